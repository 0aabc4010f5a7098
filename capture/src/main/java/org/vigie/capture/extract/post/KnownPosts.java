package org.vigie.capture.extract.post;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vigie.advert.Advert;
import org.vigie.capture.extract.link.PageLinks;
import org.vigie.capture.extract.page.ChannelReader;
import org.vigie.capture.extract.page.Extraction;
import org.vigie.capture.extract.page.Page;
import org.vigie.capture.extract.page.Payload;
import org.vigie.capture.extract.page.PayloadForm;
import org.vigie.capture.state.Post;
import org.vigie.capture.state.StateReader;

/** Pages and answers of social networks whose posts lie in them as data: each an advert. */
public final class KnownPosts implements ChannelReader {
  @Override
  public String name() {
    return "social";
  }

  @Override
  public boolean lists(Payload payload) {
    return true;
  }

  @Override
  public boolean takesAllLinks() {
    return true;
  }

  @Override
  public @Nullable Extraction read(Payload payload) {
    if (payload.form() != PayloadForm.MARKUP && payload.form() != PayloadForm.JSON) {
      return null;
    }
    Page page = payload.page();
    List<Post> posts = StateReader.known(payload.state(), payload.hints());
    List<Advert> adverts = PostAdverts.of(page, posts);
    boolean profile = posts.stream().allMatch(post -> post.fields().containsKey("profile"));
    if (profile && !posts.isEmpty() && payload.form() == PayloadForm.MARKUP) {
      adverts.addAll(PostCards.of(page, 1));
    }
    if (adverts.isEmpty()) {
      return null;
    }
    return payload.form() == PayloadForm.JSON
        ? new Extraction(adverts, List.of(), "")
        : PageLinks.with(page, adverts);
  }
}
