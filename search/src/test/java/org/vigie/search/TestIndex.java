package org.vigie.search;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import org.vigie.advert.AssessedAdvert;
import org.vigie.search.shard.ShardWriter;

/** Indexes of invented adverts, spread over shards as the stream would. */
public final class TestIndex {
  private static final int SHARDS = 3;

  private TestIndex() {}

  /** What else is put into the first shard. */
  public interface Facts {
    void putInto(ShardWriter shard) throws IOException;
  }

  public static AdvertIndex of(Path folder, AssessedAdvert... adverts) throws IOException {
    return of(folder, List.of(adverts), shard -> {});
  }

  public static AdvertIndex of(Path folder, List<AssessedAdvert> adverts, Facts facts)
      throws IOException {
    for (int number = 0; number < SHARDS; number++) {
      try (ShardWriter shard =
          ShardWriter.open(folder.resolve("shard-" + number), OptionalLong.empty())) {
        for (AssessedAdvert advert : adverts) {
          if (Math.floorMod(advert.advert().id().hashCode(), SHARDS) == number) {
            shard.put(advert);
          }
        }
        if (number == 0) {
          facts.putInto(shard);
        }
        shard.commit(1);
      }
    }
    return AdvertIndex.open(folder);
  }

  public static SearchRequest request(String query) {
    return new SearchRequest(query, 0, 1_000, SearchRequest.Order.RISK, 0, Duration.ofSeconds(30));
  }

  /** Returns the ids that a query finds as it is asked, in order. */
  public static List<String> ids(AdvertIndex index, String query) throws IOException {
    SearchResult result = index.search(request(query));
    return (result.loosened() ? List.<SearchResult.Hit>of() : result.hits())
        .stream().map(hit -> hit.advert().advert().id()).toList();
  }

  public static String id(AssessedAdvert advert) {
    return advert.advert().id();
  }
}
