package org.vigie.capture.extract.post;

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

/**
 * Archives of mailing lists as Pipermail (Mailman 2) and MHonArc write them, which have no class
 * names, and others that show a message with its head: a message, or the messages of a month.
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

  private static final Pattern ADDRESS =
      Pattern.compile("[\\w.+-]{1,64}@[\\w-]{1,63}(?:\\.[\\w-]{1,63}){1,4}");

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
    List<Advert> group = GoogleGroup.of(payload);
    List<Advert> adverts = group.isEmpty() ? adverts(page) : group;
    return adverts.isEmpty() ? null : PageLinks.with(page, adverts);
  }

  private static List<Advert> adverts(Page page) {
    Advert marked = MhonarcMessage.of(page);
    if (marked != null) {
      return List.of(marked);
    }
    List<Advert> adverts = isOneMessage(page) ? message(page) : month(page);
    Advert mail = adverts.isEmpty() ? MailPage.of(page) : null;
    return mail == null ? adverts : List.of(mail);
  }

  private static boolean isMbox(Payload payload) {
    String start = payload.start();
    return start.startsWith("From ") && start.contains("\nFrom: ") && start.contains("\nDate: ");
  }

  /** Pages of a message lead to the same in other orders. */
  private static boolean isOneMessage(Page page) {
    return !made(page).isEmpty()
        || page.index().links().stream()
            .anyMatch(link -> link.attr("href").startsWith("thread.html#"));
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
    String given = email(body, made(page));
    return List.of(
        page.advert(Channel.FORUM, null)
            .title(page.heading())
            .body(body)
            .field("email", given.isEmpty() ? sender(author) : given)
            .language(page.language())
            .postedAt(MailDates.time(time.text(), page.language()))
            .field("author", author.text())
            .context("links", String.join(" ", HtmlLinks.of(page.links(), text)))
            .build());
  }

  /** Behind the name stands the address, in a link to the list. */
  private static String sender(Element author) {
    Element link = author.nextElementSibling();
    boolean named = link != null && link.normalName().equals("a");
    return link != null && named ? address(link.text()) : "";
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

  /** Returns the address that is written without its sign, or with it; empty if none is. */
  static String address(String from) {
    String joined = from.replace(" () ", "@").replace(" ! ", ".").replace(" [at] ", "@");
    Matcher plain = ADDRESS.matcher(joined);
    Matcher hidden = HIDDEN.matcher(from);
    return plain.find()
        ? plain.group()
        : hidden.find() ? hidden.group(1) + "@" + hidden.group(2) : "";
  }
}
