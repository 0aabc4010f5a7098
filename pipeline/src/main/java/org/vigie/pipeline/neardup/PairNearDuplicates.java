package org.vigie.pipeline.neardup;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.flink.api.common.accumulators.LongCounter;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;
import org.vigie.advert.NearDuplicateLink;
import org.vigie.pipeline.busy.BusyTime;
import org.vigie.pipeline.busy.Stage;

/**
 * Links an advert with the earlier ones that share a bucket, enough of its signature and more than
 * boilerplate.
 *
 * <p>Key: group of bands. State: bucket → ids of its representatives, the {@code representatives}
 * smallest of all that fell into it, so that a campaign of a hundred thousand costs an advert no
 * more than one of ten and arrival order matters little; id → signature. End of life: the
 * workspace's.
 */
public final class PairNearDuplicates
    extends KeyedProcessFunction<Integer, SignedAdvert, NearDuplicateLink> {
  private static final long serialVersionUID = 1L;

  /** Names this operator's state in a savepoint; a new value orphans what is stored. */
  public static final String UID = "pair-near-duplicates-by-region";

  /** Counts the pairs of advert that were alike in boilerplate alone, once per group of bands. */
  public static final String BOILERPLATE = "boilerplate-pairs";

  /** Counts how often an advert fell into a bucket that had all the representatives it may have. */
  public static final String FULL_BUCKETS = "full-buckets";

  private static final MapStateDescriptor<Long, List<String>> BUCKETS =
      new MapStateDescriptor<>("buckets", Types.LONG, Types.LIST(Types.STRING));

  private static final MapStateDescriptor<String, int[]> SIGNATURES =
      new MapStateDescriptor<>("signatures", Types.STRING, TypeInformation.of(int[].class));

  private final NearDuplicateConfig config;
  private final BusyTime busy = new BusyTime(Stage.CLUSTER);
  private final LongCounter boilerplate = new LongCounter();
  private final LongCounter fullBuckets = new LongCounter();
  private transient MapState<Long, List<String>> buckets;
  private transient MapState<String, int[]> signatures;

  public PairNearDuplicates(NearDuplicateConfig config) {
    this.config = config;
  }

  @Override
  public void open(OpenContext context) {
    busy.register(getRuntimeContext());
    getRuntimeContext().addAccumulator(BOILERPLATE, boilerplate);
    getRuntimeContext().addAccumulator(FULL_BUCKETS, fullBuckets);
    buckets = getRuntimeContext().getMapState(BUCKETS);
    signatures = getRuntimeContext().getMapState(SIGNATURES);
  }

  @Override
  public void processElement(SignedAdvert advert, Context context, Collector<NearDuplicateLink> out)
      throws Exception {
    busy.during(() -> pair(advert, out));
  }

  private void pair(SignedAdvert advert, Collector<NearDuplicateLink> out) throws Exception {
    Set<String> compared = new HashSet<>();
    boolean represents = false;
    int bandsPerGroup = config.bands() / NearDuplicateConfig.GROUPS;
    for (int i = 0; i < bandsPerGroup; i++) {
      int band = advert.group() * bandsPerGroup + i;
      long bucket = MinHash.bucket(advert.signature(), band, config.rowsPerBand());
      List<String> present = presentIn(bucket);
      fullBuckets.add(present.size() >= config.representatives() ? 1 : 0);
      for (String other : present) {
        if (compared.add(other)) {
          link(advert, other, out);
        }
      }
      represents |= joins(bucket, present, advert.advertId());
    }
    if (represents) {
      signatures.put(advert.advertId(), advert.signature());
    }
  }

  private void link(SignedAdvert advert, String other, Collector<NearDuplicateLink> out)
      throws Exception {
    if (other.equals(advert.advertId())) {
      return;
    }
    int[] signature = signatures.get(other);
    double similarity = Overlap.similarity(advert.signature(), signature);
    if (similarity < config.minSimilarity()) {
      return;
    }
    if (Overlap.of(advert.signature(), signature).isBoilerplate()) {
      boilerplate.add(1);
      return;
    }
    boolean first = advert.advertId().compareTo(other) < 0;
    out.collect(
        new NearDuplicateLink(
            first ? advert.advertId() : other, first ? other : advert.advertId(), similarity));
  }

  /**
   * Keeps the smallest ids: they are hashes of content, so which adverts stay is fair and the same
   * in any order.
   */
  private boolean joins(long bucket, List<String> present, String id) throws Exception {
    if (present.contains(id)) {
      return false;
    }
    boolean full = present.size() >= config.representatives();
    if (full && present.get(present.size() - 1).compareTo(id) < 0) {
      return false;
    }
    List<String> updated = new ArrayList<>(present);
    updated.add(id);
    updated.sort(null);
    buckets.put(bucket, full ? new ArrayList<>(updated.subList(0, present.size())) : updated);
    return true;
  }

  private List<String> presentIn(long bucket) throws Exception {
    @Nullable List<String> present = buckets.get(bucket);
    return present == null ? List.of() : present;
  }
}
