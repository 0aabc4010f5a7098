package org.vigie.capture.extract.site;

import java.io.StringReader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.select.Evaluator;
import org.jsoup.select.Selector;
import org.jspecify.annotations.Nullable;
import org.vigie.advert.Advert;
import org.vigie.advert.Channel;
import org.vigie.capture.extract.link.OutwardLink;
import org.vigie.capture.extract.link.PageLinks;
import org.vigie.capture.extract.page.ChannelReader;
import org.vigie.capture.extract.page.Extraction;
import org.vigie.capture.extract.page.HtmlLinks;
import org.vigie.capture.extract.page.Page;
import org.vigie.capture.extract.page.Payload;
import org.vigie.capture.extract.page.PayloadForm;
import org.vigie.capture.extract.page.ShownDates;
import org.vigie.capture.extract.page.Times;
import org.vigie.capture.extract.post.DeclaredThread;
import org.vigie.capture.extract.post.MailBody;
import org.vigie.capture.extract.site.PostMarkup.Part;

/**
 * Pages of platforms whose markup is known, told by their class names: each of their posts an
 * advert with contacts of its own. What is known stands in {@code platforms.yaml}.
 */
public final class PlatformPages implements ChannelReader {
  private static final List<PlatformMarkup> KNOWN = PlatformMarkup.known();

  /** Class names of elements in which pages keep markup as a comment until a script shows it. */
  private static final List<String> HIDING = List.of("pagelet_html", "hidden_elem");

  private static final Evaluator HIDDEN =
      Selector.evaluatorOf("code.pagelet_html, .hidden_elem > code");

  /** A time without a zone, and the same in seconds. */
  private static final Pattern UNIX_BEHIND = Pattern.compile("\\d{4}-[\\dT:-]{5,20} (\\d{10})");

  private static final int MAX_POSTS = 500;

  /** Characters of comments that are read as markup: a second document stands beside the first. */
  private static final int MAX_HIDDEN = 2 << 20;

  /** Each level of answers to answers is looked through once more. */
  private static final int MAX_WITHIN = 12;

  @Override
  public String name() {
    return "platform";
  }

  @Override
  public boolean takesAllLinks() {
    return true;
  }

  @Override
  public boolean lists(Payload payload) {
    for (PlatformMarkup markup : KNOWN) {
      boolean page = payload.form() == PayloadForm.MARKUP && isOf(payload.page(), markup);
      if (page && !posts(payload.page(), markup).isEmpty()) {
        return markup.listed();
      }
    }
    return false;
  }

  @Override
  public @Nullable Extraction read(Payload payload) {
    if (payload.form() != PayloadForm.MARKUP) {
      return null;
    }
    Extraction shown = read(payload.page());
    boolean hidden = shown == null && HIDING.stream().anyMatch(payload.marks()::has);
    return hidden ? read(commented(payload.page())) : shown;
  }

  private static @Nullable Extraction read(Page page) {
    for (PlatformMarkup markup : KNOWN) {
      List<Advert> adverts = isOf(page, markup) ? adverts(page, markup) : List.<Advert>of();
      if (!adverts.isEmpty() && !(markup.declared() && declaresAll(page, adverts))) {
        return PageLinks.with(page, adverts);
      }
    }
    return null;
  }

  /** What a page declares has times and authors that it may show to members alone. */
  private static boolean declaresAll(Page page, List<Advert> shown) {
    List<Advert> declared = DeclaredThread.posts(page);
    int told = declared.stream().mapToInt(post -> post.body().length()).sum();
    int seen = shown.stream().mapToInt(post -> post.body().length()).sum();
    return declared.size() >= shown.size() && told >= seen;
  }

  /** Returns the page that a script would make of the markup within the page's comments. */
  private static Page commented(Page page) {
    StringBuilder markup = new StringBuilder();
    for (Element element : page.document().select(HIDDEN)) {
      for (Node node : element.childNodes()) {
        String data = node instanceof Comment comment ? comment.getData() : "";
        boolean fits = data.length() <= MAX_HIDDEN - markup.length();
        markup.append(fits ? data : "");
        page.cutIf(!fits);
      }
    }
    Page hidden = Page.parse(page.capture(), new StringReader(markup.toString()), false);
    page.cutIf(hidden.cut());
    return hidden;
  }

  private static boolean isOf(Page page, PlatformMarkup markup) {
    return markup.marks().stream().anyMatch(page.index().marks()::has)
        && !(markup.listed() && isOneVacancy(page));
  }

  /** Beside the one vacancy that a page declares stand others like it. */
  private static boolean isOneVacancy(Page page) {
    return page.jsonLd().stream().filter(item -> item.is("JobPosting")).count() == 1;
  }

  private static List<Advert> adverts(Page page, PlatformMarkup markup) {
    List<Element> posts = posts(page, markup);
    List<String> times = new ArrayList<>();
    posts.forEach(post -> times.add(first(page, markup, Part.TIME, post)));
    ShownDates dates = ShownDates.ofPosts(page, times);
    List<Advert> adverts = new ArrayList<>();
    for (int i = 0; i < posts.size(); i++) {
      Advert advert = advert(page, markup, posts.get(i), times.get(i), dates);
      if (advert != null) {
        adverts.add(advert);
      }
    }
    return adverts;
  }

  /** Returns the elements of posts; of those within others only where they are answers. */
  private static List<Element> posts(Page page, PlatformMarkup markup) {
    Set<Element> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    List<Element> posts = new ArrayList<>();
    for (Element post : markup.posts().each().elements(page)) {
      if (posts.size() >= MAX_POSTS) {
        page.cutIf(true);
        break;
      }
      seen.add(post);
      int within = 0;
      for (Element e = post.parent(); e != null; e = e.parent()) {
        within += seen.contains(e) ? 1 : 0;
      }
      if (within <= (markup.nested() ? MAX_WITHIN : 0)) {
        posts.add(post);
      }
    }
    return posts;
  }

  private static @Nullable Advert advert(
      Page page, PlatformMarkup markup, Element post, String time, ShownDates dates) {
    String title = first(page, markup, Part.TITLE, post).replaceAll("\\s+", " ");
    String said = first(page, markup, Part.TEXT, post);
    String text = markup.mail() ? MailBody.own(said) : said;
    if (title.isBlank() && !text.isBlank() && isThread(markup)) {
      title = page.title();
    }
    if (title.isBlank() && text.isBlank()) {
      return null;
    }
    boolean job = markup.channel() == Channel.JOB_BOARD;
    String link = page.links().resolve(first(page, markup, Part.LINK, post));
    Advert.Builder advert =
        page.advert(markup.channel(), null)
            .sourceId(first(page, markup, Part.ID, post))
            .title(title)
            .body(text)
            .language(page.language())
            .postedAt(instant(time, dates))
            .place(unbracketed(first(page, markup, Part.PLACE, post).replace('\n', ' ')))
            .field(job ? "organization" : "author", first(page, markup, Part.AUTHOR, post))
            .field("price", first(page, markup, Part.PRICE, post).replace('\n', ' '))
            .context("posted", time.replace('\n', ' '))
            .context("links", String.join(" ", links(page, markup, post)))
            .context("listed", markup.listed() ? "true" : "");
    return link.isEmpty() ? advert.build() : advert.url(link).build();
  }

  private static boolean isThread(PlatformMarkup markup) {
    return markup.channel() == Channel.FORUM && !markup.listed();
  }

  private static @Nullable Instant instant(String time, ShownDates dates) {
    Matcher behind = UNIX_BEHIND.matcher(time);
    if (behind.matches()) {
      return instant(behind.group(1), dates);
    }
    Instant told = Times.parse(time);
    if (told == null && time.matches("\\d{10}|\\d{13}")) {
      return Times.ofUnix(time);
    }
    return told == null ? dates.find(time) : told;
  }

  /** Returns what the first selector finds that finds something; of a text, all its pieces. */
  private static String first(Page page, PlatformMarkup markup, Part part, Element post) {
    List<String> values = markup.posts().values(page, post, part);
    if (part == Part.TEXT && !markup.nested()) {
      return String.join("\n", new LinkedHashSet<>(values));
    }
    return values.isEmpty() ? "" : values.getFirst();
  }

  private static Set<String> links(Page page, PlatformMarkup markup, Element post) {
    Set<String> links = new LinkedHashSet<>();
    for (FieldSelector selector : markup.posts().selectors(Part.TEXT)) {
      List<Element> texts = selector.elements(post);
      for (Element text : texts) {
        HtmlLinks.of(page.links(), text).forEach(link -> links.add(OutwardLink.of(link)));
      }
      if (!texts.isEmpty()) {
        return links;
      }
    }
    return links;
  }

  private static String unbracketed(String place) {
    return place.startsWith("(") && place.endsWith(")")
        ? place.substring(1, place.length() - 1)
        : place;
  }
}
