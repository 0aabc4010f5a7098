package org.vigie.pipeline.alert;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichMapFunction;
import org.vigie.advert.AssessedAdvert;
import org.vigie.advert.CryForHelp;
import org.vigie.pipeline.alert.Watchlist.WatchedTemplate;
import org.vigie.pipeline.neardup.NearDuplicateConfig;
import org.vigie.pipeline.neardup.Resemblance;
import org.vigie.search.StoredQueries;
import org.vigie.search.StoredQuery;

/** Says which stored queries and watched texts an advert matches, and cries for help. No state. */
public final class MatchStoredQueries extends RichMapFunction<AssessedAdvert, MatchedAdvert> {
  private static final long serialVersionUID = 1L;

  /** Names this operator in a savepoint. */
  public static final String UID = "match-stored-queries";

  private final Watch watch;
  private final NearDuplicateConfig nearDuplicates;
  private transient StoredQueries stored;
  private transient Resemblance resemblance;

  /** Watched text → its signature. */
  private transient Map<WatchedTemplate, int[]> texts;

  public MatchStoredQueries(Watch watch, NearDuplicateConfig nearDuplicates) {
    this.watch = watch;
    this.nearDuplicates = nearDuplicates;
  }

  @Override
  public void open(OpenContext context) throws IOException {
    open();
  }

  /** Makes it ready where there is no job. */
  public void open() throws IOException {
    stored = StoredQueries.of(watch.queries());
    resemblance = new Resemblance(nearDuplicates);
    texts = new LinkedHashMap<>();
    for (WatchedTemplate template : watch.watchlist().templates()) {
      texts.put(template, resemblance.signature(template.text()));
    }
  }

  @Override
  public MatchedAdvert map(AssessedAdvert advert) throws IOException {
    List<String> matches = new ArrayList<>();
    for (StoredQuery query : stored.matching(advert)) {
      matches.add(Matcher.of(query).key());
    }
    if (!texts.isEmpty()) {
      int[] signature = resemblance.signature(advert.advert().text());
      texts.forEach((template, known) -> {
        if (resemblance.resemble(signature, known, template.minSimilarity())) {
          matches.add(Matcher.of(template).key());
        }
      });
    }
    if (CryForHelp.isOne(advert)) {
      matches.add(Matcher.ofCriesForHelp().key());
    }
    return new MatchedAdvert(advert, matches);
  }

  @Override
  public void close() throws IOException {
    if (stored != null) {
      stored.close();
    }
  }
}
