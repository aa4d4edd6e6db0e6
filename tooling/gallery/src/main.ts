import '@gongkai/ui/styles/tokens.css';
import '@gongkai/ui/styles/base.css';
import '@gongkai/ui/styles/controls.css';
import '@gongkai/ui/styles/list-table.css';
import '@gongkai/ui/styles/report-table.css';
import { mount } from 'svelte';
import Gallery from './Gallery.svelte';

mount(Gallery, { target: document.getElementById('app')! });
