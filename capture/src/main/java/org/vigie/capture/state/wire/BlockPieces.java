package org.vigie.capture.state.wire;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Set;

/**
 * A text that an editor keeps as blocks of pieces, such as those of ProseMirror, Slate, Draft.js,
 * Editor.js and Quill: the pieces of a block follow each other, each block is a line.
 */
public final class BlockPieces {
  /** Members that hold a piece's letters. */
  private static final Set<String> LETTERS = Set.of("text", "t", "insert", "value", "content");

  /** Members that hold blocks, or the pieces of one. */
  private static final Set<String> HOLDERS =
      Set.of(
          "blocks",
          "children",
          "content",
          "paragraphs",
          "nodes",
          "document",
          "root",
          "spans",
          "ops",
          "data",
          "runs",
          "items");

  /** Pieces stand within a line; other holders' elements are lines. */
  private static final Set<String> WITHIN_LINE = Set.of("spans", "ops", "runs");

  private static final int MAX_CHARS = 1 << 20;
  private static final int MAX_DEPTH = 20;

  private final StringBuilder text = new StringBuilder();

  private BlockPieces() {}

  /** Returns the text, or empty if a value is of no such form. */
  public static String text(JsonNode value) {
    BlockPieces pieces = new BlockPieces();
    if (value.isObject()) {
      pieces.object(value, 0);
    }
    return pieces.text.toString().strip();
  }

  private void object(JsonNode node, int depth) {
    if (depth > MAX_DEPTH || text.length() > MAX_CHARS) {
      return;
    }
    for (Map.Entry<String, JsonNode> member : node.properties()) {
      JsonNode value = member.getValue();
      if (value.isTextual() && LETTERS.contains(member.getKey())) {
        text.append(value.asText());
      } else if (value.isArray() && HOLDERS.contains(member.getKey())) {
        list(value, WITHIN_LINE.contains(member.getKey()), depth + 1);
      } else if (value.isObject() && HOLDERS.contains(member.getKey())) {
        object(value, depth + 1);
      }
    }
  }

  private void list(JsonNode list, boolean withinLine, int depth) {
    for (JsonNode element : list) {
      // What holds others is a block; what holds letters alone goes on in its line.
      boolean block =
          !withinLine && HOLDERS.stream().anyMatch(name -> element.path(name).isContainerNode());
      if (block && !text.isEmpty() && text.charAt(text.length() - 1) != '\n') {
        text.append('\n');
      }
      object(element, depth);
    }
  }
}
