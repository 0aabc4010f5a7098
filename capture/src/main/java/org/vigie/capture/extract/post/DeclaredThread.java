package org.vigie.capture.extract.post;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.vigie.advert.Advert;
import org.vigie.advert.Channel;
import org.vigie.capture.extract.content.EntryContent;
import org.vigie.capture.extract.content.MainContent;
import org.vigie.capture.extract.link.PageLinks;
import org.vigie.capture.extract.markup.TextBlock;
import org.vigie.capture.extract.page.ChannelReader;
import org.vigie.capture.extract.page.Extraction;
import org.vigie.capture.extract.page.Item;
import org.vigie.capture.extract.page.Page;
import org.vigie.capture.extract.page.Payload;
import org.vigie.capture.extract.page.PayloadForm;
import org.vigie.capture.extract.page.Times;

/**
 * Pages that show or declare in JSON-LD what people say on them in turn: schema.org's {@code
 * DiscussionForumPosting}, {@code SocialMediaPosting} and {@code Question}, with their comments and
 * answers.
 */
public final class DeclaredThread implements ChannelReader {
  private static final Set<String> POSTS =
      Set.of("discussionforumposting", "socialmediaposting", "question");

  private static final List<String> ANSWERS =
      List.of("comment", "acceptedAnswer", "suggestedAnswer", "hasPart");

  /** Share of the page's main text that must be posts. */
  private static final double MIN_SHARE = 0.5;

  /** A page with fewer says too little to tell. */
  private static final int MIN_WORDS = 100;

  private static final int MAX_POSTS = 500;

  /** Answers to answers to answers: deeper ones lead in circles. */
  private static final int MAX_DEPTH = 4;

  @Override
  public String name() {
    return "declared-thread";
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
    List<Advert> declared = posts(page);
    List<Advert> adverts = isMost(page, declared) ? declared : said(payload);
    return adverts.isEmpty() ? null : PageLinks.with(page, adverts);
  }

  /**
   * What is said below a list, or beside titles that lead elsewhere, isn't what a page is about.
   */
  private static boolean isMost(Page page, List<Advert> said) {
    if (said.isEmpty()) {
      return false;
    }
    int words = said.stream().mapToInt(advert -> TextBlock.words(advert.body())).sum();
    int all = TextBlock.words(MainContent.of(page));
    return all < MIN_WORDS || words >= MIN_SHARE * all;
  }

  private static List<Advert> said(Payload payload) {
    Page page = payload.page();
    List<Advert> said = SaidInTurn.adverts(page);
    List<Advert> all = said.isEmpty() ? DatedBlocks.adverts(page) : said;
    return isMost(page, all) && !isBelowEntry(payload) ? all : List.of();
  }

  /** Comments on a brief entry may say more than it does. */
  private static boolean isBelowEntry(Payload payload) {
    List<Element> comments = PageComments.sections(payload.page());
    return !comments.isEmpty()
        && EntryContent.of(payload, MainContent.withoutLinks(payload.page(), comments)) != null;
  }

  /** Returns the posts that a page declares, each an advert. */
  public static List<Advert> posts(Page page) {
    List<Advert> adverts = new ArrayList<>();
    List<Item> items = page.jsonLd();
    // A shop's questions and answers are about what its page offers.
    boolean ofShop = items.stream().anyMatch(item -> item.is("FAQPage"));
    for (Item item : items) {
      if (POSTS.stream().anyMatch(item::is) && !(ofShop && item.is("Question"))) {
        collect(page, item, "", 0, adverts);
      }
    }
    return adverts;
  }

  private static void collect(Page page, Item item, String asked, int depth, List<Advert> adverts) {
    String title = page.described(item.text("headline", "name"));
    String body = page.described(item.text("articleBody", "text", "description"));
    boolean first = depth == 0;
    boolean answered =
        item.items(ANSWERS).stream().anyMatch(answer -> !answer.text("text").isBlank());
    // A headline alone is not the post: the page's own text is.
    boolean says = !body.isBlank() || (first && answered && !title.isBlank());
    if (says && adverts.size() >= MAX_POSTS) {
      page.cutIf(true);
    } else if (says) {
      adverts.add(advert(page, item, first ? title : asked, body.isBlank() ? title : body));
    }
    if (depth < MAX_DEPTH) {
      String thread = first ? title : asked;
      item.items(ANSWERS).forEach(answer -> collect(page, answer, thread, depth + 1, adverts));
    }
  }

  /** Returns the address of what a post passes on, or empty. */
  private static String shared(Page page, Item item) {
    Item shared = item.item("sharedContent");
    return shared == null ? "" : page.links().resolve(shared.text("url"));
  }

  private static Advert advert(Page page, Item item, String title, String body) {
    boolean said = body.startsWith(title);
    String url = page.links().resolve(item.text("url", "@id"));
    Advert.Builder advert =
        page.advert(item.is("SocialMediaPosting") ? Channel.SOCIAL : Channel.FORUM, null)
            .title(said ? "" : title)
            .body(body)
            .language(page.language())
            .postedAt(Times.parse(item.text("datePublished", "dateCreated")))
            .field("author", item.text("author", "creator"))
            .context("links", shared(page, item));
    return url.isEmpty() ? advert.build() : advert.url(url).build();
  }
}
