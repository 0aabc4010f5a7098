package org.vigie.capture.extract.post;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.vigie.advert.Advert;
import org.vigie.capture.extract.content.DeclaredSummary;
import org.vigie.capture.extract.content.MainContent;
import org.vigie.capture.extract.content.ShopGoods;
import org.vigie.capture.extract.link.PageLinks;
import org.vigie.capture.extract.markup.TextBlock;
import org.vigie.capture.extract.page.ChannelReader;
import org.vigie.capture.extract.page.Extraction;
import org.vigie.capture.extract.page.Page;
import org.vigie.capture.extract.page.Payload;
import org.vigie.capture.extract.page.PayloadForm;
import org.vigie.capture.state.Post;
import org.vigie.capture.state.StateReader;

/**
 * Pages that carry what they show as data, such as those of Next.js, Nuxt, Redux and Apollo: the
 * offer that they are about, or those that they list.
 */
public final class StatePosts implements ChannelReader {
  /** Fewer are what stands beside a page's subject. */
  private static final int MIN_LISTED = 3;

  /** More are looked for nowhere: each search takes as long as the page. */
  private static final int MAX_SHOWN = 200;

  private static final int MAX_LOOKED_AT = 1 << 20;

  private static final double MIN_SHARE = 0.4;

  /** Beside a short advert stand answers, and what its site warns of. */
  private static final double MIN_SHARE_OF_ADVERT = 0.2;

  /** Fewer are a title and a foot. */
  private static final int FEW_WORDS = 20;

  private static final int MENU_WORDS = 6;

  /** Words of the text of an offer that data alone tells. */
  private static final int MIN_TEXT = 8;

  @Override
  public String name() {
    return "state";
  }

  @Override
  public boolean takesAllLinks() {
    return true;
  }

  @Override
  public @Nullable Extraction read(Payload payload) {
    if (payload.form() != PayloadForm.MARKUP || payload.state().isEmpty()) {
      return null;
    }
    List<Post> posts = StateReader.listed(payload.state(), payload.hints(), MIN_LISTED);
    boolean offers =
        posts.stream().filter(post -> post.kind() != Post.Kind.SOCIAL).count() * 2 > posts.size();
    boolean whole =
        !posts.isEmpty()
            && payload.hints().name(posts.getFirst())
            && saysMost(payload.page(), posts);
    if (offers && !whole && isOfOther(payload.page(), posts)) {
      return null;
    }
    List<Post> taken = offers || whole ? posts : shown(payload);
    taken = taken.isEmpty() && isBare(payload.page()) ? said(payload) : taken;
    List<Advert> adverts = PostAdverts.of(payload.page(), taken);
    if (adverts.isEmpty() || areVariants(payload, adverts)) {
      return null;
    }
    Extraction extraction = PageLinks.with(payload.page(), adverts);
    return offers || whole ? extraction : extraction.doubted();
  }

  /** Data of which a page shows nothing, while it has more to say, is of something beside. */
  private static boolean isOfOther(Page page, List<Post> posts) {
    int told = posts.stream().mapToInt(StatePosts::said).sum();
    String shown = shownText(page);
    return posts.size() <= MAX_SHOWN
        && posts.stream().noneMatch(post -> isIn(shown, post.title()))
        && MainContent.of(page).length() > told;
  }

  /** Data on a page of goods lists sizes and colours, and says little of any; adverts say where. */
  private static boolean areVariants(Payload payload, List<Advert> adverts) {
    String said = adverts.stream().map(Advert::body).collect(Collectors.joining("\n"));
    return adverts.stream().allMatch(advert -> advert.place().isEmpty())
        && ShopGoods.areOn(payload)
        && DeclaredSummary.isSummary(said, MainContent.of(payload.page()));
  }

  /**
   * Returns the posts of which the page shows all titles and says hardly more than its data does,
   * be they only two: such data is the page's own list, and not what stands beside it. Adverts
   * without a price say who or where; the titles of a newspaper don't.
   */
  private static List<Post> shown(Payload payload) {
    List<Post> posts = StateReader.listed(payload.state(), payload.hints(), 2);
    int told = posts.stream().mapToInt(StatePosts::said).sum();
    Page page = payload.page();
    String shown = shownText(page);
    boolean own =
        posts.size() >= 2
            && posts.size() <= MAX_SHOWN
            && posts.stream().allMatch(post -> isIn(shown, post.title()))
            && posts.stream().allMatch(StatePosts::isAdvert)
            && 2 * told > MainContent.of(page).length();
    return own ? posts : List.of();
  }

  private static String shownText(Page page) {
    String all = page.document().body().text();
    return all.substring(0, Math.min(all.length(), MAX_LOOKED_AT));
  }

  /** A page that leads to one of them shows a list of its own, and leaves the others out. */
  private static boolean isListedIn(Page page, List<Post> posts) {
    String shown = shownText(page);
    return page.blocks().blocks().stream().anyMatch(block -> block.linkWords() > 0)
        && posts.stream().anyMatch(post -> isIn(shown, post.title()));
  }

  /**
   * A script would show what such a page has to say; titles that lead elsewhere are a list, and a
   * few short links a menu.
   */
  private static boolean isBare(Page page) {
    return TextBlock.words(MainContent.of(page)) < FEW_WORDS
        && page.blocks().blocks().stream().allMatch(block -> block.linkWords() <= MENU_WORDS)
        && page.blocks().blocks().stream().mapToInt(TextBlock::linkWords).sum() <= FEW_WORDS;
  }

  /** Returns the posts of data that nothing but it shows, if all say who or when, or how much. */
  private static List<Post> said(Payload payload) {
    List<Post> posts = StateReader.listed(payload.state(), payload.hints(), 2);
    if (posts.isEmpty()) {
      return offered(payload);
    }
    boolean said =
        !isListedIn(payload.page(), posts)
            && posts.stream()
                .allMatch(post ->
                    !post.text().isBlank() && (post.isDated() || post.kind() != Post.Kind.SOCIAL));
    return said ? posts : List.of();
  }

  /** Returns the one offer of a list that nothing but data shows, if it says what and when. */
  private static List<Post> offered(Payload payload) {
    List<Post> posts = StateReader.listed(payload.state(), payload.hints(), 1);
    if (posts.isEmpty()) {
      return StateReader.single(payload.state()).stream().filter(StatePosts::isWhole).toList();
    }
    boolean offers =
        posts.stream()
            .allMatch(post ->
                (post.kind() != Post.Kind.SOCIAL || isNamed(payload, post))
                    && !post.title().isBlank()
                    && !post.text().isBlank()
                    && post.isDated());
    return offers ? posts : List.of();
  }

  /** Nothing but the data tells what such a page is about: then it must tell all of an advert. */
  private static boolean isWhole(Post post) {
    boolean told = post.isDated() || post.kind() != Post.Kind.SOCIAL;
    return told
        && isAdvert(post)
        && !post.title().isBlank()
        && TextBlock.words(post.text()) >= MIN_TEXT;
  }

  /** Who or where, under the number that the page's address ends with. */
  private static boolean isNamed(Payload payload, Post post) {
    return payload.hints().name(post) && isAdvert(post);
  }

  private static int said(Post post) {
    return post.title().length() + post.text().length() + post.place().length();
  }

  private static boolean isIn(String shown, String title) {
    String folded = title.strip().replaceAll("\\s+", " ");
    return !folded.isEmpty() && shown.contains(folded);
  }

  private static boolean isAdvert(Post post) {
    boolean placed = !post.place().isEmpty() || post.fields().containsKey("author");
    boolean dated = post.time() != null && !post.url().isEmpty() && !post.place().isEmpty();
    return (placed && !post.text().isBlank()) || dated || post.kind() != Post.Kind.SOCIAL;
  }

  /** What data says of an article is often its beginning alone: then the page says more. */
  private static boolean saysMost(Page page, List<Post> posts) {
    Post post = posts.getFirst();
    int length = posts.stream().mapToInt(one -> one.text().length()).sum();
    boolean told = post.time() != null || !post.id().isEmpty();
    int shown = MainContent.of(page).length();
    double share = isAdvert(post) ? MIN_SHARE_OF_ADVERT : MIN_SHARE;
    return told && !post.title().isEmpty() && length >= share * shown;
  }
}
