package org.vigie.casework.evidence;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.vigie.casework.ExportRequests;
import org.vigie.files.failure.UserError;
import org.vigie.search.AdvertIndex;
import org.vigie.search.SearchResult;

/** What the query of a granted export finds by now, apart by whether it was there at the grant. */
final class GrantedHits {
  private static final Comparator<SearchResult.Hit> NEWEST =
      Comparator.comparing((SearchResult.Hit hit) -> hit.advert().advert().time()).reversed();

  /** Ids of what was there at the grant. */
  private final Set<String> granted;

  private final List<SearchResult.Hit> hits = new ArrayList<>();
  private final List<String> cameLater = new ArrayList<>();

  /**
   * @param database where grants are kept
   * @param grant number of the export
   */
  GrantedHits(Path database, long grant) {
    this.granted = ExportRequests.grantedIn(database, grant).orElse(Set.of());
  }

  /**
   * Reads what a query finds.
   *
   * @param wanted which of it is looked at
   * @throws UserError if a package can't hold that many
   */
  void read(AdvertIndex index, String query, Predicate<SearchResult.Hit> wanted)
      throws IOException {
    index.forEachAdvert(
        query,
        hit -> {
          if (wanted.test(hit)) {
            take(hit);
          }
        });
    hits.sort(NEWEST);
  }

  private void take(SearchResult.Hit hit) {
    String id = hit.advert().advert().id();
    if (!granted.contains(id)) {
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

  /** Returns what the grant covers, the newest first. */
  List<SearchResult.Hit> hits() {
    return List.copyOf(hits);
  }

  /** Returns the ids of what came after the grant. */
  List<String> cameLater() {
    return List.copyOf(cameLater);
  }
}
