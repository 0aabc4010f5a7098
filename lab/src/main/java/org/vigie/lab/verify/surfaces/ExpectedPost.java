package org.vigie.lab.verify.surfaces;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.vigie.advert.Advert;

/** One post that a right reader returns; a part that isn't told says nothing. */
record ExpectedPost(JsonNode item) {
  private static final double SAME_TEXT = 0.8;

  /** Returns the posts that are expected of a page. */
  static List<ExpectedPost> of(JsonNode page) {
    List<ExpectedPost> posts = new ArrayList<>();
    page.path("items").forEach(item -> posts.add(new ExpectedPost(item)));
    for (String list : new String[] {"titles_at_least", "titles"}) {
      page.path(list)
          .forEach(title ->
              posts.add(
                  new ExpectedPost(
                      com.fasterxml.jackson.databind.node.JsonNodeFactory.instance
                          .objectNode()
                          .set("title", title))));
    }
    posts.removeIf(post -> !post.saysSomething());
    return posts;
  }

  /** A post without a word is no advert. */
  private boolean saysSomething() {
    return has("title")
        || has("text")
        || has("text_starts")
        || has("text_ends")
        || has("title_one_of")
        || has("author")
        || has("url");
  }

  boolean has(String part) {
    JsonNode value = item.path(part);
    return value.isTextual()
        ? !value.asText().isBlank()
        : value.isContainerNode() && !value.isEmpty();
  }

  String text(String part) {
    return item.path(part).asText("");
  }

  /** Returns how well an advert is this post: 0 if it isn't. */
  double match(Advert advert) {
    String all = WordCounts.folded(advert.text());
    boolean titled = !has("title") || all.contains(WordCounts.folded(text("title")));
    boolean oneOf = !has("title_one_of") || anyOf(all);
    boolean starts = !has("text_starts") || all.contains(WordCounts.folded(text("text_starts")));
    boolean ends = !has("text_ends") || all.contains(WordCounts.folded(text("text_ends")));
    double text = has("text") ? textF1(advert) : 1;
    if (!titled || !oneOf || !starts || !ends || text < SAME_TEXT) {
      return 0;
    }
    boolean words =
        has("title")
            || has("text")
            || has("text_starts")
            || has("text_ends")
            || has("title_one_of");
    boolean named = named(advert);
    return words || named ? text + (named ? 1 : 0) : 0;
  }

  private boolean anyOf(String all) {
    for (JsonNode title : item.path("title_one_of")) {
      if (all.contains(WordCounts.folded(title.asText()))) {
        return true;
      }
    }
    return false;
  }

  private boolean named(Advert advert) {
    String id = text("id");
    boolean byId = !id.isEmpty() && (advert.sourceId().equals(id) || advert.url().contains(id));
    boolean byUrl = has("url") && advert.url().equals(text("url"));
    boolean byAuthor =
        has("author") && advert.text().concat(author(advert)).contains(text("author"));
    return byId || byUrl || (byAuthor && !has("text") && !has("title"));
  }

  /** Returns the F1 of the text's words, by the body, the title or both, whichever fits. */
  double textF1(Advert advert) {
    WordCounts expected = WordCounts.of(text("text"));
    WordCounts both = WordCounts.of(text("title") + "\n" + text("text"));
    double byBody =
        Math.max(expected.f1(WordCounts.of(advert.body())), both.f1(WordCounts.of(advert.text())));
    return Math.max(byBody, expected.f1(WordCounts.of(advert.title())));
  }

  private static String author(Advert advert) {
    Map<String, String> fields = advert.fields();
    return String.join(
        "\n",
        fields.getOrDefault("author", ""),
        fields.getOrDefault("context.handle", ""),
        fields.getOrDefault("organization", ""),
        fields.getOrDefault("contact", ""));
  }

  /** Returns whether the advert names who posted it: 1, 0, or nothing if that isn't asked. */
  RightShare author(Advert advert, RightShare tally) {
    if (!has("author") && !has("handle") && !has("employer")) {
      return tally;
    }
    String found = WordCounts.folded(author(advert));
    boolean right =
        contains(found, "author") || contains(found, "handle") || contains(found, "employer");
    return tally.plus(right);
  }

  private boolean contains(String found, String part) {
    String wanted = WordCounts.folded(text(part));
    return !wanted.isEmpty() && found.contains(wanted);
  }

  /** Counts whether the time is right: to the second, or to the day where no more is told. */
  RightShare time(Advert advert, RightShare tally) {
    if (!has("time")) {
      return tally;
    }
    return tally.plus(ExpectedTime.of(text("time")).agrees(advert.postedAt()));
  }

  /** Counts the contacts and links that the advert's text, fields or links hold. */
  RightShare contacts(Advert advert, RightShare tally) {
    RightShare counted = tally;
    String held = advert.text() + "\n" + String.join("\n", advert.fields().values());
    String digits = held.replaceAll("[^0-9]", "");
    String squeezed = held.replaceAll("\\s", "").toLowerCase(java.util.Locale.ROOT);
    for (String part : List.of("phones", "phone")) {
      for (String phone : values(part)) {
        counted = counted.plus(digits.contains(phone.replaceAll("[^0-9]", "")));
      }
    }
    for (String part : List.of("emails", "email", "links")) {
      for (String value : values(part)) {
        counted = counted.plus(squeezed.contains(value.toLowerCase(java.util.Locale.ROOT)));
      }
    }
    return counted;
  }

  private List<String> values(String part) {
    JsonNode value = item.path(part);
    List<String> values = new ArrayList<>();
    if (value.isTextual()) {
      values.add(value.asText());
    }
    value.forEach(each -> values.add(each.asText()));
    return values;
  }
}
