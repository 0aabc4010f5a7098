package org.vigie.lab.verify.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.List;

/** A JSON Schema that an authority has written. */
final class AuthoritySchema {
  private final Schema rules;

  AuthoritySchema(Schema rules) {
    this.rules = rules;
  }

  /** Reads a schema of the fourth draft. */
  static AuthoritySchema draft4(String text) {
    return new AuthoritySchema(
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_4).getSchema(text));
  }

  /**
   * Returns what is wrong with a document, which goes as text: the validator has a newer Jackson.
   */
  List<String> problems(JsonNode document) {
    return rules.validate(document.toString(), InputFormat.JSON).stream()
        .map(Object::toString)
        .toList();
  }
}
