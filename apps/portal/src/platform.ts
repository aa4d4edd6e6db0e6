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

/** The procedures of the API that the portal calls. */
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

/** Properties of the site that the pages show; they are settings of the server. */
export interface Site {
  /** Name of the site, in titles and in the meta tag SiteName. */
  readonly name: string;
  /** 网站标识码: ten digits, the first six a division code. */
  readonly identificationCode?: string;
  /** Public address of the site's root, without a trailing slash. The default is the origin of the request. */
  readonly url?: string;
  /** True if all content is fictional; each page then says so. */
  readonly demo: boolean;
}

/** The properties that the server adds to each request before it passes the request to the portal. */
export interface PortalRequest {
  readonly api: Api;
  readonly site?: Site;
}
