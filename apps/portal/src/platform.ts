import type {
  AgencyPage,
  AgencySummary,
  CanonicalReport,
  PublicBoard,
  PublishedReport,
  PublicYear,
  ReportAddress,
  ReportKey,
  ReportSummary,
  RoundKey,
  RoundSummary,
  SearchInput,
  SearchResult,
} from '@gongkai/api/schemas';

/** What the portal asks of the api. */
export interface Api {
  readonly agency: {
    list(): Promise<AgencySummary[]>;
    get(input: { id: string }): Promise<AgencyPage>;
  };
  readonly report: {
    addresses(input: { limit: number; offset: number }): Promise<ReportAddress[]>;
    latest(input: { limit: number }): Promise<ReportSummary[]>;
    years(): Promise<PublicYear[]>;
    get(input: ReportKey): Promise<PublishedReport>;
    byDigest(input: { digest: string }): Promise<PublishedReport>;
    canonical(input: ReportKey | { digest: string }): Promise<CanonicalReport>;
  };
  readonly round: {
    list(): Promise<RoundSummary[]>;
    get(input: RoundKey): Promise<PublicBoard>;
  };
  readonly search: { reports(input: SearchInput): Promise<SearchResult> };
}

/** What the pages say of the site itself; settings of the server. */
export interface Site {
  /** Name of the site, in titles and in the tag SiteName. */
  readonly name: string;
  /** 网站标识码: ten digits, the first six a division code. */
  readonly identificationCode?: string;
  /** Address of the site's root as readers know it, without a slash at its end. Unless given, the origin asked for. */
  readonly url?: string;
  /** Everything on it is invented: said on every page. */
  readonly demo: boolean;
}

/** What the server puts on each request before it hands it to the portal. */
export interface PortalRequest {
  readonly api: Api;
  readonly site?: Site;
}
