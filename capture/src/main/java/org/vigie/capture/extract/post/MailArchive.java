package org.vigie.capture.extract.post;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.jsoup.select.Selector;
import org.jspecify.annotations.Nullable;
import org.vigie.advert.Advert;
import org.vigie.advert.Channel;
import org.vigie.capture.extract.link.PageLinks;
import org.vigie.capture.extract.page.ChannelReader;
import org.vigie.capture.extract.page.Extraction;
import org.vigie.capture.extract.page.HtmlLinks;
import org.vigie.capture.extract.page.Page;
import org.vigie.capture.extract.page.Payload;
import org.vigie.capture.extract.page.PayloadForm;
import org.vigie.capture.extract.page.Times;

/**
 * Archives of mailing lists as Pipermail (Mailman 2) and MHonArc write them, which have no class
 * names: a message, or the messages of a month.
 */
public final class MailArchive implements ChannelReader {
  private static final int MAX_MESSAGES = 2_000;

  private static final Evaluator MADE = Selector.evaluatorOf("link[rel=made]");
  private static final Evaluator BOLD = Selector.evaluatorOf("body > b, h1 ~ b");
  private static final Evaluator ITALIC = Selector.evaluatorOf("body > i, h1 ~ i");
  private static final Evaluator TEXT = Selector.evaluatorOf("pre");

  /** Addresses are written without their sign, against those who collect them. */
  private static final Pattern HIDDEN =
      Pattern.compile(
          "([\\w.+-]{1,64}) at ((?!www\\.)[\\w-]{1,63}(?:\\.[\\w-]{1,63}){0,3}\\.[A-Za-z]{2,24})"
              + "(?![\\w-])");

  /** {@code Mon Nov 2 08:14:09 UTC 2026}: the year stands behind the zone. */
  private static final Pattern DATE =
      Pattern.compile(
          "\\p{L}{3} (\\p{L}{3}) {1,2}(\\d{1,2}) (\\d{2}:\\d{2}:\\d{2}) ([A-Z]{1,5}) (\\d{4})");

  @Override
  public String name() {
    return "mail-archive";
  }

  @Override
  public boolean takesAllLinks() {
    return true;
  }

  @Override
  public @Nullable Extraction read(Payload payload) {
    if (payload.form() != PayloadForm.MARKUP) {
      return null;
    }
    if (isMbox(payload)) {
      return new Extraction(MailMonth.adverts(payload), List.of(), "");
    }
    Page page = payload.page();
    List<Advert> adverts = isOneMessage(page) ? message(page) : month(page);
    return adverts.isEmpty() ? null : PageLinks.with(page, adverts);
  }

  private static boolean isMbox(Payload payload) {
    String start = payload.start();
    return start.startsWith("From ") && start.contains("\nFrom: ") && start.contains("\nDate: ");
  }

  private static boolean isOneMessage(Page page) {
    return !made(page).isEmpty();
  }

  /** Returns the address of the list, as it is linked to, or empty. */
  private static String made(Page page) {
    for (Element link : page.index().links()) {
      if (link.normalName().equals("link") && link.is(MADE)) {
        return link.attr("href").replace("%40", "@").toLowerCase(Locale.ROOT);
      }
    }
    return "";
  }

  private static List<Advert> message(Page page) {
    Element text = page.document().selectFirst(TEXT);
    Element author = page.document().selectFirst(BOLD);
    Element time = page.document().selectFirst(ITALIC);
    if (text == null || author == null || time == null) {
      return List.of(); // other pages name who made them, too
    }
    String body = MailBody.own(text.wholeText());
    return List.of(
        page.advert(Channel.FORUM, null)
            .title(page.heading())
            .body(body)
            .field("email", email(body, made(page)))
            .language(page.language())
            .postedAt(time(time.text()))
            .field("author", author.text())
            .context("links", String.join(" ", HtmlLinks.of(page.links(), text)))
            .build());
  }

  /** Returns the first address that a message gives but for its list's, or empty. */
  private static String email(String body, String list) {
    Matcher hidden = HIDDEN.matcher(body);
    while (hidden.find()) {
      String address = hidden.group(1) + "@" + hidden.group(2);
      if (!list.contains(address.toLowerCase(Locale.ROOT))) {
        return address;
      }
    }
    return "";
  }

  /** Each line of a month leads to a message and names who wrote it. */
  private static List<Advert> month(Page page) {
    List<Advert> adverts = new ArrayList<>();
    for (Element link : page.index().links()) {
      if (!isMessage(link.attr("href"))) {
        continue;
      }
      if (adverts.size() >= MAX_MESSAGES) {
        page.cutIf(true);
        break;
      }
      String author = author(link);
      if (!author.isEmpty() && !link.text().isBlank()) {
        String url = page.links().resolve(link.attr("href"));
        adverts.add(
            page.advert(Channel.FORUM, null)
                .url(url)
                .title(link.text().strip())
                .language(page.language())
                .field("author", author)
                .context("listed", "true")
                .build());
      }
    }
    return adverts;
  }

  /** Messages are numbered, and lie beside the list of them: {@code 004117.html}. */
  private static boolean isMessage(String href) {
    int digits = href.length() - ".html".length();
    int first = href.startsWith("msg") ? 3 : 0;
    return digits - first >= (first > 0 ? 4 : 6)
        && digits - first <= 7
        && href.endsWith(".html")
        && href.substring(first, digits).chars().allMatch(c -> c >= '0' && c <= '9');
  }

  /** Behind the link stands an anchor, unless it is one, and then the name in italics. */
  private static String author(Element link) {
    Element next = link.nextElementSibling();
    boolean anchor = link.hasAttr("name");
    for (int i = 0; i < 2 && next != null; i++) {
      if (next.normalName().equals("i")) {
        return anchor ? next.text().strip() : "";
      }
      anchor |= next.hasAttr("name");
      next = next.nextElementSibling();
    }
    return "";
  }

  private static @Nullable Instant time(String shown) {
    Matcher date = DATE.matcher(shown.replaceAll(" +", " "));
    return date.find()
        ? Times.parse(
            "%s %s %s %s %s"
                .formatted(
                    date.group(2),
                    date.group(1),
                    date.group(5),
                    date.group(3),
                    zone(date.group(4))))
        : null;
  }

  /** Summer time is told by its name; one that is unknown counts as UTC. */
  private static String zone(String name) {
    return switch (name.toUpperCase(Locale.ROOT)) {
      case "CET", "BST", "WEST" -> "+0100";
      case "CEST", "EET" -> "+0200";
      case "EEST", "MSK" -> "+0300";
      case "JST" -> "+0900";
      case "EST", "CDT" -> "-0500";
      case "EDT" -> "-0400";
      case "CST", "MDT" -> "-0600";
      case "PST" -> "-0800";
      case "PDT", "MST" -> "-0700";
      default -> "+0000";
    };
  }
}
