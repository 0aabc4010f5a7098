package org.vigie.capture.extract;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vigie.advert.Advert;
import org.vigie.capture.state.Post;
import org.vigie.capture.state.StateReader;

/**
 * Pages that carry what they show as data, such as those of Next.js, Nuxt, Redux and Apollo: the
 * offer that they are about, or those that they list.
 */
final class StatePosts implements ChannelReader {
  /** Fewer are what stands beside a page's subject. */
  private static final int MIN_LISTED = 3;

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
    List<Advert> adverts = offers ? PostAdverts.of(payload.page(), posts) : List.of();
    return adverts.isEmpty() ? null : PageLinks.with(payload.page(), adverts);
  }
}
