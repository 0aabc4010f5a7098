package org.vigie.casework.config;

import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.vigie.capture.picture.PictureLimits;
import org.vigie.capture.picture.PictureReader;
import org.vigie.files.failure.UserError;
import org.vigie.files.yaml.Section;

/**
 * The {@code pictures} section of {@code vigie.yaml}.
 *
 * @param known files of hashes of known material, relative to the workspace
 * @param languages ISO 639-1 codes beside the language that an advert declares
 */
public record PictureSettings(List<String> known, List<String> languages) {
  private static final Pattern CODE = Pattern.compile("[a-z]{2}");
  private static final Pattern BETWEEN = Pattern.compile("[\\s,]+");
  private static final Pattern BETWEEN_FILES = Pattern.compile("\\s*,\\s*");

  public PictureSettings {
    known = List.copyOf(known);
    languages = List.copyOf(languages);
  }

  /** Returns the defaults: no list, and letters tell the language as far as they can. */
  public static PictureSettings defaults() {
    return new PictureSettings(List.of(), List.of());
  }

  /**
   * Returns the lists of known material of a workspace.
   *
   * @param root of the workspace
   * @throws UserError if one can't be read
   */
  public List<Path> lists(Path root) {
    List<Path> lists = known.stream().map(root::resolve).toList();
    for (Path list : lists) {
      if (!Files.isReadable(list)) {
        throw UserError.ofInput(
            "vigie.yaml: pictures.known must name readable files, but %s isn't".formatted(list));
      }
    }
    return lists;
  }

  /**
   * Returns a reader that knows the lists of a workspace.
   *
   * @param root of the workspace
   * @throws UserError if a list can't be read
   */
  public PictureReader reader(Path root) {
    try {
      return new PictureReader(PictureLimits.defaults(), lists(root));
    } catch (IOException e) {
      throw UserError.ofInput("vigie.yaml: pictures.known: " + e.getMessage());
    }
  }

  static PictureSettings read(Section section) {
    String codes = section.text("languages", "");
    List<String> languages = parts(codes, BETWEEN);
    if (!languages.stream().allMatch(code -> CODE.matcher(code).matches())) {
      throw section.must("languages", "be ISO 639-1 codes such as ru, en", TextNode.valueOf(codes));
    }
    PictureSettings read =
        new PictureSettings(parts(section.text("known", ""), BETWEEN_FILES), languages);
    section.done();
    return read;
  }

  private static List<String> parts(String text, Pattern between) {
    return between.splitAsStream(text.strip()).filter(part -> !part.isEmpty()).toList();
  }
}
