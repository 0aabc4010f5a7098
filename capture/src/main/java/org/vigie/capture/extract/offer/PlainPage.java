package org.vigie.capture.extract.offer;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.jsoup.select.Selector;
import org.jspecify.annotations.Nullable;
import org.vigie.advert.Advert;
import org.vigie.advert.Channel;
import org.vigie.capture.extract.content.ContactShape;
import org.vigie.capture.extract.content.EntryContent;
import org.vigie.capture.extract.content.FactLines;
import org.vigie.capture.extract.content.MainContent;
import org.vigie.capture.extract.content.NamedDescription;
import org.vigie.capture.extract.content.PostedTime;
import org.vigie.capture.extract.content.TelephoneShape;
import org.vigie.capture.extract.link.PageLinks;
import org.vigie.capture.extract.markup.TextBlock;
import org.vigie.capture.extract.page.ChannelReader;
import org.vigie.capture.extract.page.Extraction;
import org.vigie.capture.extract.page.Item;
import org.vigie.capture.extract.page.OpenGraph;
import org.vigie.capture.extract.page.Page;
import org.vigie.capture.extract.page.Payload;
import org.vigie.capture.extract.page.PayloadForm;
import org.vigie.capture.extract.page.ShownDates;
import org.vigie.capture.extract.page.Times;
import org.vigie.capture.extract.post.PageComments;

/** A detail page without structured data: its title, and its main content as the text. */
public final class PlainPage implements ChannelReader {
  /** Fewer words are a notice, not an advert. */
  private static final int MIN_WORDS = 8;

  private static final int MAX_BRIEF = 200;

  /** A line of so many words is a paragraph. */
  private static final int PARAGRAPH_WORDS = 12;

  /** Fewer words in paragraphs aren't worth reading beside a list. */
  private static final int MIN_PARAGRAPH_WORDS = 60;

  private static final List<String> FORUM_WORDS =
      List.of("/forum", "/thread", "/topic", "showthread", "viewtopic", "/discussion");

  private static final String JOB = "job_description";

  private static final Evaluator POSTING =
      Selector.evaluatorOf("[itemtype$=DiscussionForumPosting]");

  @Override
  public String name() {
    return "page";
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
    Page page = payload.page();
    boolean one = isAboutOneThing(page);
    List<Element> items = ItemGroups.best(page);
    List<Advert> listed = listed(page, items, one);
    if (!listed.isEmpty()) {
      List<Advert> all = new ArrayList<>(besideItems(payload, items, listed));
      all.addAll(listed);
      return PageLinks.with(page, all).doubted();
    }
    List<Advert> introduced = one ? List.of() : ListedItems.introduced(page, items);
    if (!introduced.isEmpty()) {
      List<Advert> all = new ArrayList<>(adverts(payload, items));
      all.addAll(introduced);
      return PageLinks.with(page, all).doubted();
    }
    List<Advert> rows = one ? List.of() : TableRows.of(page);
    if (!rows.isEmpty()) {
      return PageLinks.with(page, rows).doubted();
    }
    boolean whole = one || HousePage.is(page);
    StackedAdverts stacked = whole ? StackedAdverts.NONE : StackedAdverts.of(page);
    if (!stacked.adverts().isEmpty()) {
      List<Advert> all = new ArrayList<>(aroundParts(payload, stacked.read()));
      all.addAll(stacked.adverts());
      return PageLinks.with(page, all).doubted();
    }
    List<Advert> comments = PageComments.of(payload);
    List<Element> apart = comments.isEmpty() ? List.of() : PageComments.sections(page);
    List<Advert> adverts = new ArrayList<>(adverts(payload, apart));
    if (!HousePage.is(page)) {
      adverts.addAll(comments);
    }
    Extraction extraction = PageLinks.with(page, adverts);
    return showsAnOffer(page, adverts) ? extraction : extraction.doubted();
  }

  private static List<Advert> listed(Page page, List<Element> items, boolean one) {
    List<Advert> listed = one ? List.of() : ListedItems.main(page, items);
    return listed.isEmpty() ? ListedItems.inviting(page, items) : listed;
  }

  /** What stands in a list on the page of a product or an article is beside it. */
  private static boolean isAboutOneThing(Page page) {
    String type = page.meta("og:type");
    return type.contains("product")
        || type.startsWith("article")
        || new OpenGraph(page).isOffer()
        || page.jsonLd().stream().anyMatch(PlainPage::isOneThing);
  }

  private static boolean isOneThing(Item item) {
    return item.is("Product") || item.is("ProductGroup") || item.is("Article");
  }

  /**
   * Returns what a page says besides its list: on the page of one thing, if it tells how to reach
   * somebody; on any page, if its paragraphs have as many words as the list. Where no item is read,
   * that is all that it says.
   */
  static List<Advert> besideItems(Payload payload, List<Element> items, List<Advert> listed) {
    Page page = payload.page();
    List<Element> read = listed.isEmpty() ? List.of() : items;
    String own = MainContent.withoutLinks(page, read);
    boolean one = (listed.isEmpty() || isAboutOneThing(page)) && ContactShape.isIn(own);
    int said = listed.stream().mapToInt(advert -> TextBlock.words(advert.text())).sum();
    return one || paragraphWords(own) >= Math.max(MIN_PARAGRAPH_WORDS, said)
        ? adverts(payload, read)
        : List.of();
  }

  /** Returns what a page says around parts of it, if that tells a contact or has paragraphs. */
  private static List<Advert> aroundParts(Payload payload, List<Element> read) {
    String own = MainContent.withoutLinks(payload.page(), read);
    boolean tells = ContactShape.isIn(own) || paragraphWords(own) > 0;
    return tells ? adverts(payload, read) : List.of();
  }

  /** Returns how many words stand in paragraphs. */
  private static int paragraphWords(String text) {
    return text.lines().mapToInt(TextBlock::words).filter(words -> words >= PARAGRAPH_WORDS).sum();
  }

  private static boolean showsAnOffer(Page page, List<Advert> adverts) {
    return new OpenGraph(page).isOffer()
        || adverts.stream()
            .anyMatch(advert ->
                TelephoneShape.isIn(advert.title()) || TelephoneShape.isIn(advert.body()));
  }

  private static List<Advert> adverts(Payload payload, List<Element> comments) {
    Page page = payload.page();
    if (HousePage.is(page)) {
      return List.of();
    }
    String body = MainContent.withoutLinks(page, comments);
    EntryContent entry = EntryContent.of(payload, body);
    String title = entry == null || entry.title().isEmpty() ? title(page) : entry.title();
    DeclaredEntry told = DeclaredEntry.of(page);
    String described =
        entry == null
            ? NamedDescription.of(page, body)
            : NamedDescription.withReach(ofJob(page, entry.text()), body);
    FactLines.Left left = facts(page, described.isEmpty() ? withoutHead(body, title) : body, title);
    String whole = body;
    int said = TextBlock.words(body);
    body = described.isEmpty() ? left.text() : described;
    body = TextBlock.words(told.text()) < MIN_WORDS ? body : told.text();
    if (Math.max(said, TextBlock.words(body)) < MIN_WORDS) {
      body = page.meta("og:description");
      if (TextBlock.words(body) < MIN_WORDS) {
        return List.of();
      }
    }
    if (body.startsWith(title + "\n")) {
      body = body.substring(title.length() + 1);
    }
    OpenGraph declared = new OpenGraph(page);
    String language = page.language();
    Instant meta = Times.parse(page.meta("article:published_time"));
    Instant posted = meta == null && entry != null ? entry.time() : meta;
    posted = posted == null ? told.time() : posted;
    String date = PostedTime.isOther(left.date()) ? "" : left.date();
    boolean isTold = posted != null || page.shownTime() != null;
    String declaredAuthor = told.author().isEmpty() ? linkedAuthor(page) : told.author();
    String author = page.meta("author").isEmpty() ? declaredAuthor : page.meta("author");
    Advert advert =
        page.advert(channel(page), null)
            .title(title)
            .body(body)
            .language(language.isEmpty() ? declared.language() : language)
            .place(declared.place())
            .country(declared.country())
            .postedAt(posted == null ? shownTime(page, date) : posted)
            .context("posted", isTold ? "" : ShownDates.on(page, List.of(date)).reckoned(date))
            .field("author", author.isEmpty() && entry != null ? entry.author() : author)
            .field("price", declared.price().isEmpty() ? left.price() : declared.price())
            .context("images", page.imageHashes(declared.images()))
            .context("beside", described.isEmpty() ? BesideText.of(whole, body, title).text() : "")
            .build();
    return List.of(advert);
  }

  /** Plug-ins show a vacancy's parts in an entry of a blog, and name its text. */
  private static String ofJob(Page page, String entry) {
    String described = page.index().marks().has(JOB) ? NamedDescription.of(page, entry) : "";
    return described.isEmpty() ? entry : described;
  }

  private static @Nullable Instant shownTime(Page page, String date) {
    Instant told = page.shownTime();
    return told == null ? ShownDates.on(page, List.of(date)).find(date) : told;
  }

  /** A long text, or that of a product, has more to say than its parts. */
  private static FactLines.Left facts(Page page, String body, String title) {
    boolean brief = TextBlock.words(body) <= MAX_BRIEF && !page.meta("og:type").contains("product");
    ShownDates dates = ShownDates.on(page, List.of());
    return brief
        ? FactLines.part(page.document().body(), body, title, dates::isAlone)
        : new FactLines.Left(body, "", "");
  }

  /** Returns the one name that links to an author have, or empty. */
  private static String linkedAuthor(Page page) {
    Set<String> names = new HashSet<>();
    for (Element link : page.index().links()) {
      if (link.normalName().equals("a") && link.attr("rel").equals("author")) {
        names.add(link.text().strip());
      }
    }
    return names.size() == 1 ? names.iterator().next() : "";
  }

  /** Who wrote it, and when, may stand above the title. */
  private static String withoutHead(String body, String title) {
    int line = title.isEmpty() ? -1 : body.indexOf("\n" + title + "\n");
    boolean head = line > 0 && TextBlock.words(body.substring(0, line)) <= MIN_WORDS;
    return head ? body.substring(line + title.length() + 2) : body;
  }

  private static String title(Page page) {
    String heading = page.heading();
    String og = page.meta("og:title");
    if (!heading.isEmpty() && (og.isEmpty() || sharesAWord(heading, og))) {
      return heading;
    }
    return og.isEmpty() ? page.document().title() : og;
  }

  /** A heading of which the page's declared title has not one word is that of something beside. */
  private static boolean sharesAWord(String heading, String title) {
    String lower = title.toLowerCase(Locale.ROOT);
    for (String word : heading.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+")) {
      if (!word.isEmpty() && lower.contains(word)) {
        return true;
      }
    }
    return false;
  }

  private static Channel channel(Page page) {
    String url = page.capture().url().toLowerCase(Locale.ROOT);
    boolean forum =
        FORUM_WORDS.stream().anyMatch(url::contains)
            || (page.index().hasItemTypes() && page.document().selectFirst(POSTING) != null);
    return forum ? Channel.FORUM : Channel.CLASSIFIEDS;
  }
}
