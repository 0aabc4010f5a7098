package org.vigie.capture.extract.post;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.vigie.advert.Advert;
import org.vigie.advert.Channel;
import org.vigie.capture.extract.link.OutwardLink;
import org.vigie.capture.extract.page.HtmlLinks;
import org.vigie.capture.extract.page.Page;
import org.vigie.capture.extract.page.ShownDates;
import org.vigie.capture.extract.page.Times;
import org.vigie.capture.state.Post;

/** Makes adverts of the posts that data describes, one each, so that no two share a contact. */
public final class PostAdverts {
  /** Fields of a post that are parts of an advert by themselves. */
  private static final Set<String> PARTS = Set.of("language", "profile", Post.AGO);

  /** A number of hours or days, of which a time's name alone says that they are past. */
  private static final Pattern COUNT = Pattern.compile("\\d{1,3} \\p{L}{1,12}\\.?");

  private PostAdverts() {}

  public static List<Advert> of(Page page, List<Post> posts) {
    List<Advert> adverts = new ArrayList<>();
    ShownDates dates = ShownDates.on(page, posts.stream().map(PostAdverts::ago).toList());
    for (Post post : posts) {
      Advert advert = advert(page, post, dates);
      if (advert != null) {
        adverts.add(advert);
      }
    }
    return adverts;
  }

  private static @Nullable Advert advert(Page page, Post post, ShownDates dates) {
    String title = page.described(post.title());
    String body = page.described(post.text());
    if (title.isBlank() && body.isBlank()) {
      return null;
    }
    String url = page.links().resolve(post.url());
    String language = Page.language(post.fields().getOrDefault("language", ""));
    Advert.Builder advert =
        page.advert(channel(post.kind()), null)
            .sourceId(post.id())
            .title(title)
            .body(body)
            .postedAt(Times.within(post.time()))
            .place(post.place())
            .language(language.isEmpty() ? page.language() : language)
            .context("links", String.join(" ", links(page, post)))
            .context("images", page.imageHashes(post.images()));
    String ago = ago(post);
    if (!ago.isEmpty()) {
      String said = COUNT.matcher(ago).matches() && dates.find(ago) == null ? ago + " ago" : ago;
      boolean reckoned = !dates.reckoned(said).isEmpty();
      advert.postedAt(dates.find(said)).context("posted", reckoned ? ago : "");
    }
    for (Map.Entry<String, String> field : post.fields().entrySet()) {
      if (!PARTS.contains(field.getKey())) {
        advert.field(name(field.getKey()), field.getValue());
      }
    }
    return url.isEmpty() ? advert.build() : advert.url(url).build();
  }

  private static String ago(Post post) {
    return post.fields().getOrDefault(Post.AGO, "");
  }

  /** A handle is another name of the same account, and so no content of its own. */
  private static String name(String field) {
    return field.equals("handle") ? Advert.CONTEXT + "handle" : field;
  }

  private static Set<String> links(Page page, Post post) {
    Set<String> links = HtmlLinks.of(page.links(), post.text());
    post.links().forEach(link -> links.add(page.links().resolve(OutwardLink.of(link))));
    links.remove("");
    return links;
  }

  private static Channel channel(Post.Kind kind) {
    return switch (kind) {
      case SOCIAL -> Channel.SOCIAL;
      case OFFER -> Channel.CLASSIFIEDS;
      case JOB -> Channel.JOB_BOARD;
      case MESSAGE -> Channel.MESSAGING;
      case INVITATION -> Channel.LINK_PREVIEW;
    };
  }
}
