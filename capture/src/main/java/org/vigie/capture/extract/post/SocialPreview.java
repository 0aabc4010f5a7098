package org.vigie.capture.extract.post;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.vigie.advert.Advert;
import org.vigie.advert.Channel;
import org.vigie.capture.extract.link.PageLinks;
import org.vigie.capture.extract.page.ChannelReader;
import org.vigie.capture.extract.page.Extraction;
import org.vigie.capture.extract.page.LinkResolver;
import org.vigie.capture.extract.page.OpenGraph;
import org.vigie.capture.extract.page.Page;
import org.vigie.capture.extract.page.Payload;
import org.vigie.capture.extract.page.PayloadForm;
import org.vigie.capture.extract.page.Times;

/**
 * What networks say of a post or a profile to those who link to it (Open Graph), where the page
 * itself needs a script or a log-in: whose it is, and its text.
 */
public final class SocialPreview implements ChannelReader {
  private static final Set<String> SITES =
      Set.of(
          "instagram",
          "facebook",
          "tiktok",
          "threads",
          "x (formerly twitter)",
          "twitter",
          "x",
          "youtube",
          "reddit",
          "pinterest",
          "bluesky social",
          "bluesky",
          "telegram",
          "vk",
          "вконтакте",
          "linkedin",
          "tumblr",
          "snapchat",
          "ok.ru",
          "одноклассники");

  private static final Set<String> HOSTS =
      Set.of(
          "instagram.com",
          "facebook.com",
          "tiktok.com",
          "threads.net",
          "threads.com",
          "x.com",
          "twitter.com",
          "youtube.com",
          "reddit.com",
          "pinterest.com",
          "bsky.app",
          "vk.com",
          "linkedin.com",
          "t.me",
          "ok.ru",
          "snapchat.com");

  /** {@code NAME (@handle) on Threads}, {@code NAME on Instagram: "…"}, {@code NAME | LinkedIn}. */
  private static final Pattern NAMED =
      Pattern.compile(
          "^(.{1,80}?)(?: \\(@([\\w.\\-@]{1,80})\\))?(?: (?:on|auf|sur|en|no|в|•) (?:Instagram|Threads|X|Twitter|TikTok|Facebook)| [|•] (?:LinkedIn|TikTok|Facebook|Instagram).*)?(?:: [\"“](.*)[\"”])?(?: / X)?$",
          Pattern.DOTALL);

  /** {@code 534K likes, 5,064 comments - handle on May 8, 2021: "…"}. */
  private static final Pattern LIKED =
      Pattern.compile(
          "^[\\d.,KMk]+ [^\\n]{1,80}? - ([\\w.]{1,40}) [^:\"]{1,40}: \"(.*)\"\\.?\\s*$",
          Pattern.DOTALL);

  /** {@code 1.2K Posts, 88 Following, 640 Followers · }, as Mastodon begins a description. */
  private static final Pattern COUNTS =
      Pattern.compile(
          "^[\\d.,KMk]{1,9} [\\p{L} .]{1,30}(?:, [\\d.,KMk]{1,9} [\\p{L} .]{1,30}){2} · ");

  private static final Pattern DAY =
      Pattern.compile(
          "\\b(January|February|March|April|May|June|July|August|September|October|November|December) (\\d{1,2}), (\\d{4})");

  private static final List<String> MONTHS =
      List.of(
          "january",
          "february",
          "march",
          "april",
          "may",
          "june",
          "july",
          "august",
          "september",
          "october",
          "november",
          "december");

  @Override
  public String name() {
    return "social-preview";
  }

  @Override
  public boolean takesAllLinks() {
    return true;
  }

  @Override
  public @Nullable Extraction read(Payload payload) {
    if (payload.form() != PayloadForm.MARKUP || !isOfNetwork(payload.page())) {
      return null;
    }
    Page page = payload.page();
    Advert advert = advert(page);
    return advert == null ? null : PageLinks.with(page, List.of(advert));
  }

  private static boolean isOfNetwork(Page page) {
    String site = page.meta("og:site_name").toLowerCase(Locale.ROOT);
    String home = Page.host(address(page));
    String host = home.substring(home.lastIndexOf('.', Math.max(home.lastIndexOf('.') - 1, 0)) + 1);
    // Servers of the fediverse have names of their own; other sites name accounts without a host.
    boolean account = page.meta("profile:username").indexOf('@') > 0;
    return account || SITES.contains(site) || HOSTS.contains(host);
  }

  private static String address(Page page) {
    String declared = page.links().resolve(page.meta("og:url"));
    String canonical = declared.isEmpty() ? page.canonical() : declared;
    return canonical.isEmpty() ? page.capture().url() : canonical;
  }

  private static @Nullable Advert advert(Page page) {
    String title =
        page.meta("og:title").isEmpty() ? page.meta("twitter:title") : page.meta("og:title");
    String described =
        longest(
            page.meta("og:description"),
            page.meta("description"),
            page.meta("twitter:description"));
    Matcher named = NAMED.matcher(title);
    boolean names = named.matches();
    String text = text(names ? named.group(3) : null, COUNTS.matcher(described).replaceFirst(""));
    String handle = names && named.group(2) != null ? named.group(2) : handle(described);
    String author = names ? named.group(1) : "";
    boolean own = title.isEmpty() || text.isEmpty() || isTitle(page, names ? named : null);
    String shown = own ? redditTitle(page, title) : "";
    if (text.isBlank() && shown.isBlank()) {
      return null;
    }
    return page.advert(Channel.SOCIAL, null)
        .url(address(page))
        .sourceId(id(page))
        .title(shown)
        .body(text)
        .language(page.language())
        .postedAt(time(page, described))
        .field(
            "author",
            own
                    && !title.endsWith("| LinkedIn")
                    && !shown.isEmpty()
                    && names
                    && named.group(2) == null
                ? ""
                : author)
        .context("handle", handle)
        .context("images", page.imageHashes(new OpenGraph(page).images()))
        .build();
  }

  /** A title that names no account is one of the post's own, as a video's is. */
  private static boolean isTitle(Page page, @Nullable Matcher named) {
    boolean account = named != null && (named.group(2) != null || named.group(3) != null);
    String type = page.meta("og:type");
    boolean profile = type.equals("profile");
    boolean telegram = page.meta("og:site_name").equals("Telegram");
    return !account && !profile && !telegram && !isOfPage(page);
  }

  /** Facebook declares whose a post is, and names it before the post's beginning. */
  private static boolean isOfPage(Page page) {
    String title = page.document().title();
    return title.endsWith("| Facebook")
        && page.meta("og:type").equals("article")
        && title.startsWith(page.meta("og:title") + " - ");
  }

  /** Reddit says what a post is called beside its picture and in the page's title. */
  private static String redditTitle(Page page, String title) {
    if (!page.meta("og:site_name").equalsIgnoreCase("reddit") && !title.contains(" on Reddit")) {
      return title;
    }
    String document = page.document().title();
    int end = Math.max(document.lastIndexOf(" : r/"), document.lastIndexOf(" : "));
    int dash = title.lastIndexOf(" - ");
    return end > 0 ? document.substring(0, end) : dash > 0 ? title.substring(dash + 3) : title;
  }

  private static String text(@Nullable String quoted, String described) {
    Matcher liked = LIKED.matcher(described);
    String inDescription = "";
    if (liked.matches()) {
      inDescription = liked.group(2);
    } else {
      inDescription = described.contains(" on Instagram: ") ? quotedAtTheEnd(described) : "";
    }
    if (quoted != null && quoted.length() >= inDescription.length()) {
      return quoted;
    }
    return inDescription.isEmpty() ? described.strip() : inDescription;
  }

  /** Returns what stands in quotation marks behind the first colon with one; empty if none ends. */
  private static String quotedAtTheEnd(String described) {
    String cut = described.stripTrailing();
    int end = cut.endsWith(".") ? cut.length() - 2 : cut.length() - 1;
    int straight = cut.indexOf(": \"");
    int curly = cut.indexOf(": “");
    int from = straight < 0 || curly < 0 ? Math.max(straight, curly) : Math.min(straight, curly);
    boolean ends = end > 0 && "\"”".indexOf(cut.charAt(end)) >= 0;
    return from >= 0 && ends && end > from + 3 ? cut.substring(from + 3, end) : "";
  }

  private static String handle(String described) {
    Matcher liked = LIKED.matcher(described);
    Matcher at = Pattern.compile("\\(@([\\w.]{1,80})\\)").matcher(described);
    return liked.matches() ? liked.group(1) : at.find() ? at.group(1) : "";
  }

  /** Videos declare the day of their publication. */
  private static java.time.@Nullable Instant time(Page page, String described) {
    for (String property : new String[] {"datePublished", "uploadDate"}) {
      var meta = page.document().selectFirst("meta[itemprop=" + property + "]");
      if (meta != null) {
        return Times.parse(meta.attr("content"));
      }
    }
    for (String property :
        List.of("article:published_time", "og:published_time", "og:article:published_time")) {
      if (!page.meta(property).isEmpty()) {
        return Times.parse(page.meta(property));
      }
    }
    return day(described);
  }

  private static java.time.@Nullable Instant day(String described) {
    Matcher day = DAY.matcher(described.substring(0, Math.min(described.length(), 120)));
    return day.find()
        ? Times.parse(
            "%s-%02d-%02d"
                .formatted(
                    day.group(3),
                    MONTHS.indexOf(day.group(1).toLowerCase(Locale.ROOT)) + 1,
                    Integer.parseInt(day.group(2))))
        : null;
  }

  private static String longest(String... texts) {
    String longest = "";
    for (String text : texts) {
      longest = text.length() > longest.length() ? text : longest;
    }
    return longest;
  }

  /** A post of Telegram is known by its channel and its number. */
  private static String id(Page page) {
    String path = LinkResolver.path(address(page)).replaceAll("(?<!/)/++$", "");
    boolean telegram = page.meta("og:site_name").equals("Telegram");
    return path.substring(telegram ? Math.min(1, path.length()) : path.lastIndexOf('/') + 1);
  }
}
