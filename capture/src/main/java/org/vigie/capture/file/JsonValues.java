package org.vigie.capture.file;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The values of a JSON text: one, several one after another, one a line, or those of a list.
 *
 * @param whole those that can be read
 * @param broken numbers of the lines that can't, from 1
 */
record JsonValues(List<JsonNode> whole, List<Integer> broken) {
  /**
   * Reads them. Where each line holds a value of its own, a broken one takes no other along.
   *
   * @throws IOException if it is broken and isn't such lines; says where
   */
  static JsonValues of(String text) throws IOException {
    try {
      return new JsonValues(FileJson.readAll(text), List.of());
    } catch (IOException e) {
      JsonValues lines = ofLines(text);
      if (lines.whole().isEmpty()) {
        throw e;
      }
      return lines;
    }
  }

  /** Hands on the lines that can't be read, each as unread. */
  void reportBroken(FileSink sink) throws IOException {
    for (int line : broken) {
      sink.unread("line " + line, "broken", "a line must be whole JSON, but isn't");
    }
  }

  private static JsonValues ofLines(String text) {
    List<JsonNode> whole = new ArrayList<>();
    List<Integer> broken = new ArrayList<>();
    int number = 0;
    for (String line : text.lines().toList()) {
      number++;
      try {
        for (JsonNode value : line.isBlank() ? List.<JsonNode>of() : FileJson.readAll(line)) {
          if (value.isContainerNode() && !value.isEmpty()) {
            whole.add(value);
          }
        }
      } catch (IOException e) {
        broken.add(number);
      }
    }
    return new JsonValues(whole, broken);
  }
}
