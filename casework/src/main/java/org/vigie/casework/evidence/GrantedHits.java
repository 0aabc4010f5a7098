package org.vigie.casework.evidence;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.vigie.casework.ExportRequests;
import org.vigie.casework.export.Export;
import org.vigie.casework.export.ExportSink;
import org.vigie.files.failure.UserError;
import org.vigie.search.AdvertIndex;
import org.vigie.search.SearchRequest;
import org.vigie.search.SearchResult;

/** What the query of a granted export finds by now, apart by whether it was there at the grant. */
final class GrantedHits {
  /** Ids of what was there at the grant; nothing if they were too many to be kept. */
  private final Optional<Set<String>> granted;

  private final List<SearchResult.Hit> hits = new ArrayList<>();
  private final List<String> cameLater = new ArrayList<>();

  /**
   * @param database where grants are kept
   * @param grant number of the export
   */
  GrantedHits(Path database, long grant) {
    this.granted = ExportRequests.grantedIn(database, grant);
  }

  /**
   * Reads what a search finds.
   *
   * @param wanted which of it is looked at
   * @throws UserError if a package can't hold that many
   */
  void read(AdvertIndex index, SearchRequest search, Predicate<SearchResult.Hit> wanted)
      throws IOException {
    ExportSink sink =
        new ExportSink() {
          @Override
          public void add(SearchResult.Hit hit) {
            if (wanted.test(hit)) {
              take(hit);
            }
          }

          @Override
          public void close() {}
        };
    new Export(index, out -> sink).write(search, OutputStream.nullOutputStream());
  }

  private void take(SearchResult.Hit hit) {
    String id = hit.advert().advert().id();
    if (granted.isPresent() && !granted.get().contains(id)) {
      cameLater.add(id);
      return;
    }
    hits.add(hit);
    if (hits.size() > EvidenceCollection.MOST) {
      throw UserError.ofUsage(
          "a package may hold %d adverts, but these are more; name fewer"
              .formatted(EvidenceCollection.MOST));
    }
  }

  /** Returns what the grant covers. */
  List<SearchResult.Hit> hits() {
    return List.copyOf(hits);
  }

  /** Returns the ids of what came after the grant. */
  List<String> cameLater() {
    return List.copyOf(cameLater);
  }
}
