package org.vigie.pipeline.contact;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.vigie.capture.picture.PdqHash;
import org.vigie.pipeline.state.Days;
import org.vigie.pipeline.state.Horizon;

/**
 * Tells of a picture under its own perceptual hash and under those of earlier pictures that look
 * the same, so that the first of them gathers all: crops, re-encodings, words written over it.
 *
 * <p>Key: a band of the hash. State: hash → the day on which it was seen last, the {@value
 * #MOST_KEPT} smallest hashes that share the band. End of life: the day on which the horizon and a
 * quarter have passed that day. Of hashes that share several bands the first tells.
 */
@SuppressWarnings("NullAway.Init") // Flink sets up an instance before it hands it anything
public final class PairPictures extends KeyedProcessFunction<String, BandedUse, ContactUse> {
  private static final long serialVersionUID = 1L;

  /** Names this operator's state in a savepoint; a new value orphans what is stored. */
  public static final String UID = "pair-pictures";

  /** Bounds a band that many pictures share: flat ones have bands of noughts. */
  static final int MOST_KEPT = 64;

  /** A campaign's pictures gather under a few hashes as well as under all. */
  static final int MOST_TOLD = 4;

  private static final MapStateDescriptor<String, Long> LOOKS =
      new MapStateDescriptor<>("looks", Types.STRING, Types.LONG);

  private final Horizon horizon;
  private transient MapState<String, Long> looks;

  /**
   * Makes the operator.
   *
   * @param horizon how long a picture is remembered after an advert with it was last seen
   */
  public PairPictures(Horizon horizon) {
    this.horizon = horizon.untilRefreshed();
  }

  /** Returns whether what is told is of a picture's look, and not of its exact hash. */
  public static boolean isOfLook(ContactUse use) {
    return PictureLook.isOne(use);
  }

  @Override
  public void open(OpenContext context) {
    looks = getRuntimeContext().getMapState(LOOKS);
  }

  @Override
  public void processElement(BandedUse banded, Context context, Collector<ContactUse> out)
      throws Exception {
    String own = PictureLook.hex(banded.use());
    PdqHash hash = PdqHash.parse(own);
    TreeMap<String, Long> known = known();
    long day = Days.of(banded.use().seen());
    List<String> told = new ArrayList<>();
    if (banded.band().startsWith("0:")) {
      told.add(own);
    }
    for (String other : known.keySet()) {
      boolean isFirst =
          banded.band().equals(PictureLook.band(own, PictureLook.firstShared(own, other)));
      if (isFirst && !other.equals(own) && hash.isNear(PdqHash.parse(other))) {
        told.add(other);
      }
    }
    told.stream()
        .limit(MOST_TOLD)
        .forEach(look -> out.collect(banded.use().of(PictureLook.key(look))));
    keep(known, own, day);
    context.timerService().registerEventTimeTimer(horizon.endOf(day));
  }

  /** By content and not by arrival, so that the order of adverts matters little. */
  private void keep(TreeMap<String, Long> known, String own, long day) throws Exception {
    known.merge(own, day, Math::max);
    looks.put(own, known.get(own));
    if (known.size() > MOST_KEPT) {
      looks.remove(known.lastKey());
    }
  }

  private TreeMap<String, Long> known() throws Exception {
    TreeMap<String, Long> known = new TreeMap<>();
    for (Map.Entry<String, Long> look : looks.entries()) {
      known.put(look.getKey(), look.getValue());
    }
    return known;
  }

  @Override
  public void onTimer(long time, OnTimerContext context, Collector<ContactUse> unused)
      throws Exception {
    long last = horizon.lastPast(time);
    for (Map.Entry<String, Long> look : known().entrySet()) {
      if (look.getValue() <= last) {
        looks.remove(look.getKey());
      }
    }
  }
}
