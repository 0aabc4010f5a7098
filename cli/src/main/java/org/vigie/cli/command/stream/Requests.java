package org.vigie.cli.command.stream;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.vigie.casework.Restrictions;
import org.vigie.casework.Rulings;
import org.vigie.casework.SavedSearches;
import org.vigie.casework.config.StoredQueryFile;
import org.vigie.casework.config.WatchlistFile;
import org.vigie.pipeline.RunConfig;
import org.vigie.pipeline.alert.Watch;
import org.vigie.pipeline.alert.Withheld;
import org.vigie.pipeline.cluster.ClusterRuling;
import org.vigie.pipeline.workspace.Workspace;
import org.vigie.search.Hidden;
import org.vigie.search.StoredQuery;

/**
 * What people of a workspace ask of its stream, as it stood at one moment.
 *
 * @param watched what they want to be told of: the workspace's files, and searches saved in the
 *     console
 * @param rulings what they said of which adverts belong together
 * @param restricted what nobody is to be told of
 */
public record Requests(Watch watched, List<ClusterRuling> rulings, Hidden restricted) {
  public Requests {
    rulings = List.copyOf(rulings);
  }

  /** Reads them from where they stand. */
  @FunctionalInterface
  interface Source {
    Requests read() throws IOException;
  }

  /**
   * Returns what is asked for now.
   *
   * @throws org.vigie.files.failure.UserError if a file can't be read, or what it asks for can't be
   *     understood
   */
  public static Requests of(Workspace workspace, RunConfig config) throws IOException {
    return of(workspace, config, new ContactKeysIn(config.models()));
  }

  /** As above, with what finds the keys of contacts in a text as typed. */
  static Requests of(
      Workspace workspace, RunConfig config, Function<String, List<String>> contactsIn)
      throws IOException {
    List<StoredQuery> queries = new ArrayList<>(StoredQueryFile.read(workspace.queries()));
    queries.addAll(SavedSearches.storedIn(workspace.database()));
    StoredQueryFile.requireUnderstood(queries, "queries.yaml and saved searches");
    var watchlist = new WatchlistFile(config.grouping().nearDuplicates(), contactsIn);
    return new Requests(
        new Watch(queries, watchlist.read(workspace.watchlist())),
        Rulings.storedIn(workspace.database()),
        Restrictions.hidden(Restrictions.inForceIn(workspace.database())));
  }

  /** Returns the same with nothing restricted. */
  Requests withoutRestrictions() {
    return new Requests(watched, rulings, Hidden.none());
  }

  /** Returns what alerts that leave a workspace must not be about, as its index holds it now. */
  public Withheld withheldFrom(Workspace workspace) throws IOException {
    return Withheld.of(restricted, workspace.index());
  }
}
