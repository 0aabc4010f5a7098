package org.vigie.lab.verify.surfaces;

import java.util.ArrayList;
import java.util.List;
import org.vigie.advert.Advert;

/**
 * What was read of one page.
 *
 * @param posts expected posts that one advert each is
 * @param text F1 of the words of posts whose whole text is known
 * @param contacts contacts and links of the posts
 * @param time times of the posts
 * @param author authors or employers of the posts
 * @param adverts how many adverts were read
 * @param reason why there is none, or empty
 */
record PageScore(
    RightShare posts,
    RightShare text,
    RightShare contacts,
    RightShare time,
    RightShare author,
    int adverts,
    String reason) {
  static final PageScore NOTHING =
      new PageScore(
          RightShare.NONE,
          RightShare.NONE,
          RightShare.NONE,
          RightShare.NONE,
          RightShare.NONE,
          0,
          "");

  /** Holds each expected post against the advert that it is best, an advert being one at most. */
  static PageScore of(List<ExpectedPost> expected, List<Advert> adverts, String reason) {
    List<Advert> left = new ArrayList<>(adverts);
    RightShare posts = RightShare.NONE;
    RightShare text = RightShare.NONE;
    RightShare contacts = RightShare.NONE;
    RightShare time = RightShare.NONE;
    RightShare author = RightShare.NONE;
    for (ExpectedPost post : expected) {
      Advert best = best(post, left);
      left.remove(best);
      posts = posts.plus(best != null);
      Advert found = best == null ? nearest(post, left) : best;
      if (post.has("text")) {
        text = text.plus(found == null ? 0.0 : post.textF1(found));
      }
      if (best != null) {
        contacts = post.contacts(best, contacts);
        time = post.time(best, time);
        author = post.author(best, author);
      }
    }
    return new PageScore(posts, text, contacts, time, author, adverts.size(), reason);
  }

  private static @org.jspecify.annotations.Nullable Advert best(
      ExpectedPost post, List<Advert> adverts) {
    Advert best = null;
    for (Advert advert : adverts) {
      double match = post.match(advert);
      best = match > 0 && (best == null || match > post.match(best)) ? advert : best;
    }
    return best;
  }

  private static @org.jspecify.annotations.Nullable Advert nearest(
      ExpectedPost post, List<Advert> adverts) {
    Advert nearest = null;
    for (Advert advert : adverts) {
      nearest = nearest == null || post.textF1(advert) > post.textF1(nearest) ? advert : nearest;
    }
    return nearest;
  }

  PageScore plus(PageScore other) {
    return new PageScore(
        posts.plus(other.posts),
        text.plus(other.text),
        contacts.plus(other.contacts),
        time.plus(other.time),
        author.plus(other.author),
        adverts + other.adverts,
        reason.isEmpty() ? other.reason : reason);
  }
}
