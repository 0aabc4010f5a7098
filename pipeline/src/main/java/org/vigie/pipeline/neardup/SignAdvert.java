package org.vigie.pipeline.neardup;

import java.io.Serializable;
import java.util.List;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichFlatMapFunction;
import org.apache.flink.util.Collector;
import org.vigie.advert.Advert;
import org.vigie.pipeline.busy.BusyTime;
import org.vigie.pipeline.busy.Stage;
import org.vigie.pipeline.state.Days;

/**
 * Signs an advert. Without state.
 *
 * @param <T> what holds the advert
 */
public final class SignAdvert<T> extends RichFlatMapFunction<T, SignedAdvert> {
  private static final long serialVersionUID = 1L;

  /** Names this operator in a savepoint. */
  public static final String UID = "sign-adverts";

  /** A text of fewer words says too little: two strangers may well write it. */
  static final int MIN_WORDS = 6;

  /** Returns the advert that something holds. */
  public interface AdvertOf<T> extends Serializable {
    Advert in(T holder);
  }

  private final NearDuplicateConfig config;
  private final AdvertOf<T> advert;
  private final BusyTime busy = new BusyTime(Stage.CLUSTER);
  private transient MinHash minHash;

  public SignAdvert(NearDuplicateConfig config, AdvertOf<T> advert) {
    this.config = config;
    this.advert = advert;
  }

  @Override
  public void open(OpenContext context) {
    busy.register(getRuntimeContext());
    minHash = new MinHash(config.signatureLength());
  }

  @Override
  public void flatMap(T holder, Collector<SignedAdvert> out) {
    busy.during(() -> sign(advert.in(holder), out));
  }

  private void sign(Advert signed, Collector<SignedAdvert> out) {
    List<String> words = Words.of(signed.text());
    if (words.size() < MIN_WORDS) {
      return;
    }
    long[] shingles = Shingles.of(words, config.shingleSize());
    out.collect(
        new SignedAdvert(
            signed.id(),
            Days.of(signed.lastSeen()),
            minHash.signature(shingles),
            Sketch.of(shingles).bytes()));
  }
}
