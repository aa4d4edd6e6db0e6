import './lib/zod-without-eval.ts';
import '@gongkai/ui/styles/tokens.css';
import '@gongkai/ui/styles/base.css';
import '@gongkai/ui/styles/controls.css';
import '@gongkai/ui/styles/list-table.css';
import { mount } from 'svelte';
import App from './lib/App.svelte';

mount(App, { target: document.getElementById('app')! });
