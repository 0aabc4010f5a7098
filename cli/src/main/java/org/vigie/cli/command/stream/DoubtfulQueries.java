package org.vigie.cli.command.stream;

import java.io.IOException;
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
    List<StoredQuery> queries = new ArrayList<>(StoredQueryFile.read(workspace.queries()));
    queries.addAll(SavedSearches.storedIn(workspace.database()));
    if (queries.isEmpty()) {
      return;
    }
    Taxonomy taxonomy = Taxonomy.load(models);
    List<String> indicators = taxonomy.rows().stream().map(Taxonomy.Row::id).toList();
    ValueDoubts doubts = ValueDoubts.withoutIndex(indicators, taxonomy.minorRisk());
    for (StoredQuery query : queries) {
      for (QuerySyntaxException doubt : doubts(doubts, query)) {
        String told = String.valueOf(doubt.of(query.name()).getMessage());
        environment.err().println("warning: " + SafeText.line(told));
      }
    }
  }

  /** One that can't be understood is an error of the run itself, which says where it stands. */
  private static List<QuerySyntaxException> doubts(ValueDoubts doubts, StoredQuery query)
      throws IOException {
    try {
      return doubts.in(query.query());
    } catch (QuerySyntaxException e) {
      return List.of();
    }
  }
}
