package org.vigie.casework.forward;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.vigie.casework.mandate.AuditEntry;

/**
 * A line of the audit log in the Elastic Common Schema, as one line of ASCII.
 *
 * @see <a href="https://www.elastic.co/docs/reference/ecs/ecs-field-reference">ECS field
 *     reference</a>
 */
final class EcsDocument {
  private static final String VERSION = "8.17.0";

  /** ASCII alone, since a syslog message in UTF-8 needs a byte order mark (RFC 5424, 6.4). */
  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

  private EcsDocument() {}

  static String of(ForwardedLine line) {
    ObjectNode document = JSON.createObjectNode();
    line.at().ifPresent(at -> document.put("@timestamp", at.toString()));
    document.putObject("ecs").put("version", VERSION);
    document.put("message", line.action());
    ObjectNode event = document.putObject("event");
    event.put("kind", line.known().isPresent() ? "event" : "pipeline_error");
    event.put("module", "vigie").put("dataset", "vigie.audit").put("provider", "vigie");
    event.put("action", line.action());
    event.put("outcome", line.isRefusal() ? "failure" : "success");
    event.put("id", line.hash()).put("hash", line.hash());
    Kind kind = Kind.of(line.action());
    event.putArray("category").add(kind.category);
    event.putArray("type").add(kind.type);
    if (!line.user().isEmpty()) {
      document.putObject("user").put("name", line.user());
    }
    document.putObject("service").put("name", "vigie").put("type", "vigie");
    line.known().ifPresent(entry -> addOwn(document, line, entry));
    return text(document);
  }

  /** What the schema has no field for stands under a name of its own. */
  private static void addOwn(ObjectNode document, ForwardedLine line, AuditEntry entry) {
    ObjectNode own = document.putObject("vigie");
    own.put("mandate", entry.mandate()).put("previous", entry.previous());
    own.put("shown_count", entry.count());
    if (!line.detail().isEmpty()) {
      own.put("detail", line.detail());
    }
    if (!entry.session().isEmpty()) {
      own.put("session", entry.session());
    }
    if (!entry.file().isEmpty()) {
      String hash = entry.file().replaceFirst("^sha256:", "");
      document.putObject("file").putObject("hash").put("sha256", hash);
    }
  }

  /** Where an act stands in the schema's fixed lists. */
  private enum Kind {
    SIGN_IN("authentication", "start"),
    PEOPLE("iam", "change"),
    CHANGE("database", "change"),
    LOOK("database", "access");

    private final String category;
    private final String type;

    Kind(String category, String type) {
      this.category = category;
      this.type = type;
    }

    static Kind of(String action) {
      if (action.contains("sign-in") || action.contains("signed in")) {
        return SIGN_IN;
      }
      if (action.contains("/accounts") || action.contains("/invitation")) {
        return PEOPLE;
      }
      return action.startsWith("alteration") || action.startsWith("erasure") ? CHANGE : LOOK;
    }
  }

  private static String text(ObjectNode document) {
    try {
      return JSON.writeValueAsString(document);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree of texts and numbers can be written", e);
    }
  }
}
