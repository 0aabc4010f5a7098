package org.vigie.training.name;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.vigie.classifier.name.NameCues;
import org.vigie.classifier.name.NameList;
import org.vigie.files.digest.Sha256;

/** What a name finder was made of, by hash, and the command that makes it again, byte for byte. */
final class NameDataSheet {
  private static final String NAME = "data-sheet.json";

  /** All that it is made of; each lies in the models folder. */
  private static final List<String> FILES =
      List.of(
          NameList.FILE,
          NameCues.FILE,
          NameTemplates.FILE,
          "gazetteer/cities.tsv.gz",
          "place-words.yaml");

  private NameDataSheet() {}

  static void write(String name, Path models, Path folder) throws IOException {
    ObjectMapper json = new ObjectMapper();
    ObjectNode root = json.createObjectNode();
    root.put("command", "./vigie train names --name " + name);
    ObjectNode files = root.putObject("data");
    for (String file : FILES) {
      files.put(file, Sha256.of(models.resolve(file)));
    }
    Files.writeString(
        folder.resolve(NAME),
        json.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n");
  }
}
