package org.vigie.pipeline.neardup;

import java.util.List;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichFlatMapFunction;
import org.apache.flink.util.Collector;
import org.vigie.advert.Advert;
import org.vigie.advert.AssessedAdvert;
import org.vigie.pipeline.busy.BusyTime;
import org.vigie.pipeline.busy.Stage;

/** Signs an advert, once for each group of bands. Without state. */
public final class SignAdvert extends RichFlatMapFunction<AssessedAdvert, SignedAdvert> {
  private static final long serialVersionUID = 1L;

  /** Names this operator in a savepoint. */
  public static final String UID = "sign-adverts";

  /** A text of fewer words says too little: two strangers may well write it. */
  static final int MIN_WORDS = 6;

  private final NearDuplicateConfig config;
  private final BusyTime busy = new BusyTime(Stage.CLUSTER);
  private transient MinHash minHash;

  public SignAdvert(NearDuplicateConfig config) {
    this.config = config;
  }

  @Override
  public void open(OpenContext context) {
    busy.register(getRuntimeContext());
    minHash = new MinHash(config.signatureLength());
  }

  @Override
  public void flatMap(AssessedAdvert assessed, Collector<SignedAdvert> out) {
    busy.during(() -> sign(assessed.advert(), out));
  }

  private void sign(Advert advert, Collector<SignedAdvert> out) {
    List<String> words = Words.of(advert.text());
    if (words.size() < MIN_WORDS) {
      return;
    }
    int[] signature = minHash.signature(Shingles.of(words, config.shingleSize()));
    for (int group = 0; group < NearDuplicateConfig.GROUPS; group++) {
      out.collect(new SignedAdvert(group, advert.id(), signature));
    }
  }
}
