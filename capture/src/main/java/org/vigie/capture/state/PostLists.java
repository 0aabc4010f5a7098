package org.vigie.capture.state;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The posts of data that nobody wrote a reader for: the best list of objects that have a title or a
 * text and say who, when, where or how much; or the one object that the page is about.
 */
final class PostLists {
  /** Parts that an object needs beside its words, counted as {@link KeyedPost#score} does. */
  private static final int MIN_SCORE = 5;

  /** Share of a list's objects that must be posts. */
  private static final double MIN_SHARE = 0.6;

  /** Under these names stands what others said of a post, and what was said of that. */
  private static final Pattern ANSWERS =
      Pattern.compile(
          "/(?:comments?|repl(?:y|ies)(?:_\\w{1,20})?|answers|children)(?:/|$)",
          Pattern.CASE_INSENSITIVE);

  private static final int MAX_OBJECTS = 100_000;
  private static final int MAX_NAME = 60;

  /** Places of wrapped answers that are kept: each may be some KiB long. */
  private static final int MAX_ASKED = 500;

  private final List<Found> lists = new ArrayList<>();
  private final List<KeyedPost> singles = new ArrayList<>();

  /** Place of a list of answers → the outermost post that they answer. */
  private final Map<String, KeyedPost> asked = new LinkedHashMap<>();

  /** What a page shows beside its subject: asked only where the rest tells nothing. */
  private final List<Map.Entry<String, JsonNode>> beside = new ArrayList<>();

  private int seen;

  /** A list, by what its objects have in common. */
  private record Found(String form, List<KeyedPost> posts) {
    long worth() {
      return posts.stream()
          .mapToLong(post -> 20L * post.score() + Math.min(post.length(), 400))
          .sum();
    }
  }

  private PostLists() {}

  /**
   * Returns the posts of a state, none if it holds no list of any and no object that hints name.
   *
   * @param least how many posts a list must have
   */
  static List<Post> of(PageState state, PageHints hints, int least) {
    PostLists found = new PostLists();
    state.values().values().forEach(value -> found.visit(value, ""));
    found.visitBeside();
    KeyedPost subject = found.subject(hints);
    if (subject == null) {
      return found.best(least);
    }
    Found thread = found.thread(subject);
    return thread == null
        ? found.withAnswers(subject)
        : thread.posts().stream().map(KeyedPost::post).toList();
  }

  /** The first post of a thread has its title; what follows it in its list has none. */
  private @Nullable Found thread(KeyedPost subject) {
    for (Found list : lists) {
      List<KeyedPost> posts = list.posts();
      boolean thread =
          posts.size() > 1
              && posts.getFirst().post().equals(subject.post())
              && posts.stream().skip(1).allMatch(post -> post.isSaid() && post.isUntitled());
      if (thread) {
        return list;
      }
    }
    return null;
  }

  /** Returns what the page is about, and what others said of it. */
  private List<Post> withAnswers(KeyedPost subject) {
    List<Post> posts = new ArrayList<>(List.of(subject.post()));
    for (Found list : lists) {
      if (ANSWERS.matcher(list.form()).find() && !list.posts().contains(subject)) {
        list.posts().stream().filter(KeyedPost::isSaid).map(KeyedPost::post).forEach(posts::add);
      }
    }
    return posts;
  }

  /** Returns the richest single object of an answer, or null. */
  static @Nullable Post single(PageState state) {
    PostLists found = new PostLists();
    state.values().values().forEach(value -> found.visit(value, ""));
    KeyedPost best = null;
    for (KeyedPost post : found.singles) {
      best = best == null || post.score() > best.score() ? post : best;
    }
    return best == null ? null : best.post();
  }

  private void visitBeside() {
    for (int i = 0; lists.isEmpty() && singles.isEmpty() && i < beside.size(); i++) {
      visit(beside.get(i).getValue(), beside.get(i).getKey());
    }
  }

  private void visit(JsonNode node, String path) {
    if (seen > MAX_OBJECTS || !node.isContainerNode()) {
      return;
    }
    if (node.isArray()) {
      visitList(node, path);
      return;
    }
    seen++;
    KeyedPost post = KeyedPost.of(node);
    if (post.score() >= MIN_SCORE) {
      singles.add(post);
    }
    for (var member : node.properties()) {
      String name = form(member.getKey());
      if (post.isSaid() && ANSWERS.matcher("/" + name).find()) {
        ask(place(path, name), member.getValue(), post);
      }
      if (!name.equals(member.getKey()) && member.getValue().isObject()) {
        keyed(place(path, name), member.getValue());
      }
      if (!StateReader.BESIDE.matcher(name).matches() || !member.getValue().isContainerNode()) {
        visit(member.getValue(), place(path, name));
      } else {
        beside.add(Map.entry(place(path, name), member.getValue()));
      }
    }
  }

  /** Posts may stand under their numbers instead of in a list. */
  private void keyed(String place, JsonNode value) {
    KeyedPost post = KeyedPost.of(value);
    if (post.score() >= MIN_SCORE && lists.size() < MAX_OBJECTS) {
      lists.add(new Found(place, List.of(post)));
    }
  }

  /** The list of answers may be wrapped once, beside how many there are. */
  private void ask(String place, JsonNode answers, KeyedPost post) {
    if (answers.isArray()) {
      asked.putIfAbsent(place, post);
      return;
    }
    for (var member : answers.properties()) {
      if (member.getValue().isArray() && asked.size() < MAX_ASKED) {
        asked.putIfAbsent(place(place, form(member.getKey())), post);
      }
    }
  }

  /** What answers an answer stands at the same kind of place as that. */
  private static String place(String path, String name) {
    String place = "/" + name;
    int before = path.indexOf(place + "/*");
    boolean whole = before >= 0 && ANSWERS.matcher(place).find();
    return whole ? path.substring(0, before) + place : path + place;
  }

  /** A path is made for each value below it, and so must be short. */
  private static String form(String name) {
    return name.substring(0, Math.min(name.length(), MAX_NAME)).replaceAll("\\d+", "*");
  }

  private void visitList(JsonNode list, String path) {
    List<KeyedPost> posts = new ArrayList<>();
    int objects = 0;
    for (JsonNode element : list) {
      objects += element.isObject() ? 1 : 0;
      KeyedPost post = element.isObject() ? KeyedPost.of(element) : null;
      if (post != null && post.score() >= MIN_SCORE) {
        posts.add(post);
      }
    }
    if (!posts.isEmpty() && posts.size() >= MIN_SHARE * objects) {
      lists.add(new Found(path, posts));
    }
    for (JsonNode element : list) {
      visit(element, path + "/*");
    }
  }

  /** Returns what answers the answers of a list. */
  private static List<Post> below(String form, Iterable<Found> lists) {
    List<Post> below = new ArrayList<>();
    for (Found list : lists) {
      boolean within = ANSWERS.matcher(form).find() && list.form().startsWith(form + "/*/");
      if (within && ANSWERS.matcher(list.form().substring(form.length())).find()) {
        list.posts().stream().filter(KeyedPost::isSaid).map(KeyedPost::post).forEach(below::add);
      }
    }
    return below;
  }

  private @Nullable KeyedPost subject(PageHints hints) {
    KeyedPost subject = null;
    for (KeyedPost post : singles) {
      boolean better =
          subject == null
              || post.score() * 200 + post.length() > subject.score() * 200 + subject.length();
      if (better && post.length() >= 60 && hints.name(post.post())) {
        subject = post;
      }
    }
    return subject;
  }

  /** Lists at the same kind of place, such as those of a page's sections, count as one. */
  private List<Post> best(int least) {
    Map<String, Found> merged = new LinkedHashMap<>();
    for (Found list : lists) {
      merged
          .computeIfAbsent(list.form(), form -> new Found(form, new ArrayList<>()))
          .posts()
          .addAll(list.posts());
    }
    Found best = null;
    for (Found list : merged.values()) {
      boolean enough = list.posts().size() >= least;
      best = enough && (best == null || list.worth() > best.worth()) ? list : best;
    }
    if (best == null) {
      return List.of();
    }
    KeyedPost first = asked.get(best.form());
    List<Post> posts = new ArrayList<>();
    if (first != null && !best.posts().contains(first)) {
      posts.add(first.post());
    }
    best.posts().stream().map(KeyedPost::post).forEach(posts::add);
    posts.addAll(below(best.form(), merged.values()));
    return posts;
  }
}
