package org.vigie.world;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.OptionalInt;

/** A paper whose notices are read in full in its RSS 2.0 feeds, one feed an issue. */
final class FeedPages implements Site.AdvertPages {
  private static final int ISSUES_PER_PAGE = 25;

  private final SiteFrame frame;
  private final Layout layout;
  private final int items;

  FeedPages(SiteFrame frame, Layout layout) {
    this.frame = frame;
    this.layout = layout;
    items = layout.count(Host.NEWS);
  }

  @Override
  public Optional<ServedPage> findPage(RequestTarget target, String origin) {
    return switch (target.first()) {
      case "" -> home(target);
      case "issue" -> issue(target.number());
      case "feed" -> feed(target, origin);
      default -> Optional.empty();
    };
  }

  private int issues() {
    return items == 0 ? 0 : Address.issueOf(items);
  }

  private Optional<ServedPage> home(RequestTarget target) {
    Pager pager = new Pager(issues(), ISSUES_PER_PAGE);
    OptionalInt page = pager.page(target);
    if (page.isEmpty()) {
      return Optional.empty();
    }
    StringBuilder main = new StringBuilder("<h1>" + Html.escape(frame.name()) + "</h1>\n<ul>\n");
    for (int i = pager.newest(page.getAsInt()); i >= pager.oldest(page.getAsInt()); i--) {
      int issue = i + 1;
      main.append("<li>")
          .append(Html.link("/issue/" + issue, "Issue " + issue))
          .append(' ')
          .append(Html.link("/feed/" + issue + ".xml", "RSS"))
          .append("</li>\n");
    }
    main.append("</ul>\n").append(pager.links("/", page.getAsInt(), frame));
    return Optional.of(
        frame.page(frame.language(), frame.name(), alternate(issues()), main.toString()));
  }

  private static String alternate(int issue) {
    return issue == 0
        ? ""
        : "<link rel=\"alternate\" type=\"application/rss+xml\" href=\"/feed/"
            + issue
            + ".xml\">\n";
  }

  /** An issue's page is a list of anchors: the notices themselves are in the feed alone. */
  private Optional<ServedPage> issue(OptionalInt number) {
    if (number.isEmpty() || number.getAsInt() > issues()) {
      return Optional.empty();
    }
    int issue = number.getAsInt();
    StringBuilder main = new StringBuilder("<h1>Issue " + issue + "</h1>\n<ul>\n");
    for (int n = first(issue); n <= last(issue); n++) {
      main.append("<li id=\"n").append(n).append("\">");
      main.append(Html.link("/feed/" + issue + ".xml", "Notice " + n)).append("</li>\n");
    }
    main.append("</ul>\n");
    return Optional.of(
        frame.page(frame.language(), "Issue " + issue, alternate(issue), main.toString()));
  }

  private static int first(int issue) {
    return (issue - 1) * Address.ISSUE_SIZE + 1;
  }

  private int last(int issue) {
    return Math.min(items, issue * Address.ISSUE_SIZE);
  }

  private Optional<ServedPage> feed(RequestTarget target, String origin) {
    for (int issue = issues(); target.segments().size() == 2 && issue > 0; issue--) {
      if (target.segments().get(1).equals(issue + ".xml")) {
        return Optional.of(ServedPage.rss(feed(issue, origin)));
      }
    }
    return Optional.empty();
  }

  private String feed(int issue, String origin) {
    StringBuilder out = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    out.append("<rss version=\"2.0\">\n<channel>\n<title>")
        .append(Html.escape(frame.name() + ", issue " + issue))
        .append("</title>\n<link>")
        .append(origin)
        .append("/</link>\n<description>Small notices</description>\n");
    for (int n = last(issue); n >= first(issue); n--) {
      out.append(item(layout.posting(Host.NEWS, n), origin));
    }
    return out.append("</channel>\n</rss>\n").toString();
  }

  private String item(Posting posting, String origin) {
    Content content = posting.content();
    return """
    <item>
    <title>%s</title>
    <link>%s</link>
    <guid isPermaLink="false">n%d</guid>
    <pubDate>%s</pubDate>
    <description>%s</description>
    </item>
    """
        .formatted(
            Html.escape(content.title()),
            origin + Address.path(Host.NEWS, posting.number(), items),
            posting.number(),
            DateTimeFormatter.RFC_1123_DATE_TIME.format(
                posting.postedAt().atOffset(ZoneOffset.UTC)),
            Html.escape(Html.paragraphs(content.paragraphs()).strip()));
  }
}
