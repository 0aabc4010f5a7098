package org.vigie.casework.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.vigie.advert.Severity;
import org.vigie.files.failure.UserError;
import org.vigie.files.yaml.Section;
import org.vigie.files.yaml.YamlFile;
import org.vigie.pipeline.alert.Watch;
import org.vigie.search.StoredQueries;
import org.vigie.search.StoredQuery;
import org.vigie.search.query.QuerySyntaxException;

/** The stored queries of a workspace, as {@code queries.yaml} lists them. */
public final class StoredQueryFile {
  private StoredQueryFile() {}

  /**
   * Returns the stored queries of a file; none if there is no file.
   *
   * @throws UserError if the file can't be read, or one of its queries can't be understood
   */
  public static List<StoredQuery> read(Path file) throws IOException {
    if (!Files.exists(file)) {
      return List.of();
    }
    String shown = String.valueOf(file.getFileName());
    Section top = YamlFile.read(file, shown);
    List<StoredQuery> queries = new ArrayList<>();
    for (Section entry : top.sections("queries")) {
      queries.add(query(entry));
    }
    top.done();
    requireUnderstood(queries, shown);
    return queries;
  }

  private static StoredQuery query(Section entry) {
    StoredQuery query =
        new StoredQuery(
            entry.required("name"),
            entry.text("version", "1"),
            entry.required("query"),
            entry.choice("severity", Severity.WARNING, Severity.class));
    entry.done();
    return query;
  }

  /**
   * Requires that the stream can match queries from several places side by side.
   *
   * @param shown where they are from
   * @throws UserError if one can't be understood, is named as a rule is, or two have the same name
   */
  public static void requireUnderstood(List<StoredQuery> queries, String shown) throws IOException {
    try {
      StoredQueries.of(Watch.of(queries).queries()).close();
    } catch (QuerySyntaxException | IllegalArgumentException e) {
      throw UserError.ofInput(shown + ": " + e.getMessage());
    }
  }
}
