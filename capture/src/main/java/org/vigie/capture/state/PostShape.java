package org.vigie.capture.state;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import org.jspecify.annotations.Nullable;

/** The way in which one kind of place writes a post as a JSON object. */
interface PostShape {
  /**
   * Returns the post that an object is, or null if it isn't of this shape.
   *
   * @param object any object of a page or an answer
   */
  @Nullable Post read(JsonNode object);

  /** Returns where the answers to a post lie within it, the missing node if nowhere. */
  default JsonNode answers(JsonNode object) {
    return MissingNode.getInstance();
  }
}
