package org.vigie.capture.state;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Finds the posts that data describes: those of places that have a {@link PostShape}, and in data
 * that has none of them what {@link PostLists} takes for posts. Keeps no state.
 */
public final class StateReader {
  /** The registry: to read another place's posts, add its shape. */
  private static final List<PostShape> SHAPES =
      List.of(
          new BlueskyShape(),
          new RedditShape(),
          new LemmyShape(),
          new MastodonShape(),
          new YoutubeShape(),
          new TiktokShape(),
          new InstagramShape(),
          new InstagramPlaceShape(),
          new FacebookShape(),
          new XShape(),
          new DiscordShape(),
          new OembedShape(),
          new VkShape(),
          new OkShape(),
          new LineShape(),
          new WeiboShape(),
          new TumblrShape(),
          new SnapchatShape(),
          new ImageboardShape(),
          new DivarShape(),
          new ChatExportShape(),
          new EuresShape(),
          new LinkPageShape());

  /** What stands under these names is quoted or answered, not posted. */
  private static final Set<String> QUOTED =
      Set.of(
          "reply",
          "parent",
          "root",
          "quoted_status_result",
          "quoted_tweet",
          "reblog",
          "retweeted_status",
          "comments",
          "preview_comments");

  /** What stands under such a name is shown beside what a page is about. */
  static final Pattern BESIDE =
      Pattern.compile(
          "(?:suggest|recommend|related|similar|sponsor|promoted|youmay)\\w*",
          Pattern.CASE_INSENSITIVE);

  /** Field of what is said below the post that a page is about. */
  static final String COMMENT = "context.comment";

  /** Who goes on writes the next part at once. */
  private static final Duration PART = Duration.ofMinutes(10);

  private static final int MAX_ABOVE = 50;

  /** More posts than that are an archive. */
  private static final int MAX_POSTS = 2_000;

  private StateReader() {}

  /** Returns the posts of the known places in a state; those that the page is about if it says. */
  public static List<Post> known(PageState state, PageHints hints) {
    Map<String, Post> posts = new LinkedHashMap<>();
    for (JsonNode value : state.values().values()) {
      collect(value, QUOTED, posts);
    }
    if (posts.isEmpty() && state.isAnswer()) {
      collect(state.values().getOrDefault("", MissingNode.getInstance()), Set.of(), posts);
    }
    Map<String, Post> thread =
        state.isAnswer()
            ? thread(state.values().getOrDefault("", MissingNode.getInstance()).path("thread"))
            : Map.of();
    if (!thread.isEmpty()) {
      posts = thread;
    }
    List<Post> found = new ArrayList<>(posts.values());
    found.removeIf(Post::isBlank);
    List<Post> subjects = subjects(found, hints);
    return state.isAnswer() ? withReplies(subjects, found, Set.copyOf(thread.values())) : subjects;
  }

  /** A thread that is asked for shows what it answers, and what answers it: all of it is wanted. */
  private static Map<String, Post> thread(JsonNode thread) {
    if (!thread.path("post").isObject()) {
      return Map.of();
    }
    Map<String, Post> whole = new LinkedHashMap<>();
    Deque<JsonNode> above = new ArrayDeque<>();
    JsonNode one = thread.path("parent");
    while (one.isObject() && above.size() < MAX_ABOVE) {
      above.push(one.path("post"));
      one = one.path("parent");
    }
    above.forEach(post -> collect(post, QUOTED, whole));
    collect(thread, QUOTED, whole);
    return whole;
  }

  /** An answer is a thread where others reply to what it is about. */
  private static List<Post> withReplies(List<Post> subjects, List<Post> all, Set<Post> whole) {
    Set<Post> thread = new LinkedHashSet<>(subjects);
    Set<String> ids = new HashSet<>();
    subjects.forEach(post -> ids.add(post.id()));
    for (Post post : all) {
      boolean said = post.fields().containsKey(BlueskyShape.DEPTH) || whole.contains(post);
      if (said || ids.contains(post.fields().getOrDefault("context.replyTo", ""))) {
        thread.add(post);
        ids.add(post.id());
      }
    }
    return all.stream().filter(thread::contains).toList();
  }

  /** Returns the posts that a page of no known place lists or is about; see {@link PostLists}. */
  public static List<Post> listed(PageState state, PageHints hints, int least) {
    return PostLists.of(state, hints, least);
  }

  /** Returns the one post that an answer of no known place is, or nothing. */
  public static List<Post> single(PageState state) {
    Post post = PostLists.single(state);
    return post == null || post.isBlank() ? List.of() : List.of(post);
  }

  /** A page about one post shows others beside it; a profile stands beside each of its posts. */
  private static List<Post> subjects(List<Post> posts, PageHints hints) {
    List<Post> named = posts.stream().filter(post -> !isProfile(post) && hints.name(post)).toList();
    if (!named.isEmpty() && named.size() < posts.size()) {
      Set<Post> about =
          new LinkedHashSet<>(named.size() == 1 ? withParts(named.getFirst(), posts) : named);
      posts.stream().filter(StateReader::isComment).forEach(about::add);
      return List.copyOf(about);
    }
    List<Post> proper = posts.stream().filter(post -> !isProfile(post)).toList();
    return proper.isEmpty() ? posts : proper;
  }

  private static boolean isComment(Post post) {
    return post.fields().containsKey(COMMENT);
  }

  /** Returns a post with what its author wrote right behind it. */
  private static List<Post> withParts(Post subject, List<Post> posts) {
    List<Post> parts = new ArrayList<>(List.of(subject));
    String handle = subject.fields().getOrDefault("handle", "");
    Instant time = subject.time();
    for (Post post : posts.subList(posts.indexOf(subject) + 1, posts.size())) {
      Instant told = post.time();
      boolean goesOn =
          !handle.isEmpty()
              && handle.equals(post.fields().get("handle"))
              && time != null
              && told != null
              && !told.isBefore(time)
              && Duration.between(time, told).compareTo(PART) <= 0;
      if (!goesOn) {
        break;
      }
      parts.add(post);
      time = told;
    }
    return parts;
  }

  private static boolean isProfile(Post post) {
    return post.fields().containsKey("profile");
  }

  private static void collect(JsonNode node, Set<String> quoted, Map<String, Post> posts) {
    if (posts.size() >= MAX_POSTS || !node.isContainerNode()) {
      return;
    }
    if (node.isObject()) {
      for (PostShape shape : SHAPES) {
        Post post = shape.read(node);
        if (post != null) {
          add(post, posts);
          collect(shape.answers(node), quoted, posts);
          return;
        }
      }
    }
    if (node.isArray()) {
      node.forEach(element -> collect(element, quoted, posts));
      return;
    }
    for (var member : node.properties()) {
      boolean beside = !posts.isEmpty() && BESIDE.matcher(member.getKey()).matches();
      if (!beside && !quoted.contains(member.getKey())) {
        collect(member.getValue(), quoted, posts);
      }
    }
  }

  /** What is written twice counts once; two texts under one id are two. */
  private static void add(Post post, Map<String, Post> posts) {
    String id = post.id().isEmpty() ? "#" + posts.size() : post.kind() + " " + post.id();
    Post same = posts.get(id);
    boolean other =
        same != null
            && !same.text().isEmpty()
            && !post.text().isEmpty()
            && !same.text().equals(post.text());
    posts.merge(other ? id + " " + post.text().hashCode() : id, post, StateReader::fuller);
  }

  private static Post fuller(Post one, Post other) {
    boolean second =
        other.fields().size() > one.fields().size() || other.text().length() > one.text().length();
    return second ? other : one;
  }
}
