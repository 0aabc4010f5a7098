package org.vigie.capture.extract.post;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vigie.advert.Advert;
import org.vigie.capture.extract.page.ChannelReader;
import org.vigie.capture.extract.page.Extraction;
import org.vigie.capture.extract.page.Payload;
import org.vigie.capture.extract.page.PayloadForm;
import org.vigie.capture.state.PageHints;
import org.vigie.capture.state.Post;
import org.vigie.capture.state.StateReader;

/**
 * JSON answers that nobody wrote a reader for: a list of objects that have a text and an author, a
 * time, a price or a link is one of adverts. What holds none says so.
 */
public final class AnswerPosts implements ChannelReader {
  @Override
  public String name() {
    return "json";
  }

  @Override
  public boolean lists(Payload payload) {
    return true;
  }

  @Override
  public @Nullable Extraction read(Payload payload) {
    if (payload.form() != PayloadForm.JSON) {
      return null;
    }
    List<Post> posts = new ArrayList<>(StateReader.listed(payload.state(), PageHints.none(), 1));
    if (posts.isEmpty()) {
      posts.addAll(StateReader.single(payload.state()));
    }
    List<Advert> adverts = PostAdverts.of(payload.page(), posts);
    return new Extraction(adverts, List.of(), "");
  }
}
