package org.vigie.capture.extract.site;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.vigie.advert.Channel;
import org.vigie.files.yaml.StrictYaml;

/**
 * Where the pages of one known platform keep their posts, wherever they are hosted.
 *
 * @param platform its name, and which of its pages
 * @param marks class names or the like, one of which each of its pages has
 * @param channel what kind of place it is
 * @param listed whether its posts are the beginnings of what other pages show
 * @param nested whether a post may lie in the one that it answers
 * @param mail whether its posts are e-mails, which quote others and end with their list's words
 * @param declared whether its pages may declare in JSON-LD all that they show, and more of it
 * @param posts where its posts are, and what is in one
 */
record PlatformMarkup(
    String platform,
    List<String> marks,
    Channel channel,
    boolean listed,
    boolean nested,
    boolean mail,
    boolean declared,
    PostMarkup posts) {
  private static final String FILE = "platforms.yaml";

  PlatformMarkup {
    marks = List.copyOf(marks);
  }

  /**
   * Returns those that come with Vigie, in the order in which they are tried.
   *
   * @throws IllegalStateException if the file is missing or has an entry that can't be read
   */
  static List<PlatformMarkup> known() {
    try (InputStream file = PlatformMarkup.class.getResourceAsStream(FILE)) {
      if (file == null) {
        throw new IllegalStateException(FILE + " must lie beside its classes, but doesn't");
      }
      List<PlatformMarkup> known = new ArrayList<>();
      for (JsonNode entry :
          StrictYaml.tree(new String(file.readAllBytes(), StandardCharsets.UTF_8))) {
        known.add(of(entry));
      }
      return List.copyOf(known);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static PlatformMarkup of(JsonNode entry) {
    String platform = entry.path("platform").asText();
    try {
      return new PlatformMarkup(
          platform,
          texts(entry.path("mark")),
          Channel.parse(entry.path("channel").asText()),
          entry.path("listed").asBoolean(),
          entry.path("nested").asBoolean(),
          entry.path("mail").asBoolean(),
          entry.path("declared").asBoolean(),
          PostMarkup.of(entry));
    } catch (IllegalArgumentException e) {
      throw new IllegalStateException(FILE + ": " + platform + ": " + e.getMessage(), e);
    }
  }

  /** Returns the texts of a list, or the one that stands for a list. */
  static List<String> texts(JsonNode value) {
    List<String> texts = new ArrayList<>();
    if (value.isTextual()) {
      texts.add(value.asText());
    }
    value.forEach(text -> texts.add(text.asText()));
    return texts;
  }
}
