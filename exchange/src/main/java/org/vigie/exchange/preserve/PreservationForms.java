package org.vigie.exchange.preserve;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.vigie.files.failure.UserError;
import org.vigie.files.yaml.YamlFile;

/** The forms that there are: those that come along, and those of a folder, which replace them. */
public final class PreservationForms {
  /** Where an operator puts forms, below a workspace. */
  public static final String FOLDER = "preservation";

  private static final List<String> OURS =
      List.of(
          "epoc-pr",
          "epoc",
          "dsa-information",
          "dsa-content",
          "dsa-notice",
          "preservation-request");

  private PreservationForms() {}

  /**
   * Reads the forms.
   *
   * @param folder whose {@code .yaml} files are read too, if it is there: forms, and {@code
   *     words.yaml} with what every draft says
   * @return name → form
   * @throws UserError if a file can't be used
   */
  public static Map<String, PreservationForm> read(Path folder) throws IOException {
    Map<String, PreservationForm> forms = new TreeMap<>();
    DraftWords words = DraftWords.read(folder);
    for (String name : OURS) {
      add(
          PreservationForm.read(YamlFile.parse(ours(name + ".yaml"), name + ".yaml"), words),
          forms);
    }
    if (Files.isDirectory(folder)) {
      try (Stream<Path> files = Files.list(folder)) {
        for (Path file : files.filter(PreservationForms::isForm).sorted().toList()) {
          String shown = FOLDER + "/" + file.getFileName();
          add(PreservationForm.read(YamlFile.read(file, shown), words), forms);
        }
      }
    }
    return forms;
  }

  private static boolean isForm(Path file) {
    return file.toString().endsWith(".yaml") && !file.endsWith(DraftWords.FILE);
  }

  private static void add(PreservationForm form, Map<String, PreservationForm> forms) {
    forms.put(form.name(), form);
  }

  /** Returns a file that comes along. */
  static String ours(String file) {
    try (InputStream in =
        Objects.requireNonNull(PreservationForms.class.getResourceAsStream(file), file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException("the program must be readable: " + file, e);
    }
  }
}
