package org.vigie.training.sign;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.vigie.files.digest.Sha256;

/** The sheet of what a model of signs learnt from: its command, and a digest of each text set. */
final class SignSheet {
  /** The file in a model's folder. */
  static final String FILE = "data-sheet.json";

  private SignSheet() {}

  /**
   * Writes the file into a model's folder.
   *
   * @param command what makes the model again
   * @param authors the texts of each author, in the order of {@link SignCorpus#AUTHORS}
   * @param others further texts, by what they are called
   */
  static void write(
      Path folder, String command, List<List<SignLine>> authors, Map<String, List<SignLine>> others)
      throws IOException {
    ObjectMapper json = new ObjectMapper();
    ObjectNode root = json.createObjectNode();
    root.put("command", command);
    ObjectNode sentences = root.putObject("sentences");
    for (int i = 0; i < authors.size(); i++) {
      sentences.put(SignCorpus.AUTHORS.get(i), digest(authors.get(i)));
    }
    others.forEach((name, lines) -> sentences.put(name, digest(lines)));
    Files.writeString(
        folder.resolve(FILE),
        json.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n");
  }

  private static String digest(List<SignLine> lines) {
    StringBuilder all = new StringBuilder();
    lines.forEach(line -> all.append(line).append('\n'));
    return Sha256.of(all.toString());
  }
}
