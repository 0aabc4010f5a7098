package org.vigie.cli.command.stream;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.vigie.casework.SavedSearches;
import org.vigie.casework.config.StoredQueryFile;
import org.vigie.casework.environment.Environment;
import org.vigie.classifier.Taxonomy;
import org.vigie.pipeline.workspace.Workspace;
import org.vigie.search.StoredQuery;
import org.vigie.search.query.QuerySyntaxException;
import org.vigie.search.query.ValueDoubts;
import org.vigie.text.safe.SafeText;

/**
 * Stored queries that can match nothing since a value in them is none, such as a country's name.
 */
final class DoubtfulQueries {
  private DoubtfulQueries() {}

  /**
   * Says which there are, with what was probably meant; the run goes on.
   *
   * @param models folder of the taxonomy whose indicators are known
   */
  static void tell(Environment environment, Workspace workspace, Path models) throws IOException {
    ValueDoubts doubts = ValueDoubts.withoutIndex(() -> indicators(models));
    List<StoredQuery> queries = new ArrayList<>(StoredQueryFile.read(workspace.queries()));
    queries.addAll(SavedSearches.storedIn(workspace.database()));
    for (StoredQuery query : queries) {
      for (QuerySyntaxException doubt : doubts.in(query.query())) {
        String told = String.valueOf(doubt.of(query.name()).getMessage());
        environment.err().println("warning: " + SafeText.line(told));
      }
    }
  }

  private static List<String> indicators(Path models) {
    try {
      return Taxonomy.load(models).rows().stream().map(Taxonomy.Row::id).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
