package org.vigie.pipeline.cluster;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.jspecify.annotations.Nullable;
import org.vigie.advert.Observation;
import org.vigie.advert.Sighting;
import org.vigie.pipeline.state.CompactInput;
import org.vigie.pipeline.state.CompactOutput;
import org.vigie.pipeline.state.CompactSerializer;
import org.vigie.pipeline.state.Days;

/**
 * What is remembered of one advert.
 *
 * @param sightings its sightings; null if it hasn't come and is only told of
 * @param aftermath what became of it
 * @param minorRisk whether it is of minor risk
 * @param memory {@linkplain org.vigie.pipeline.state.Remembered#memory number} under which it came
 *     to be known: its sightings before then are counted under another
 */
record KnownAdvert(
    @Nullable Sightings sightings, Aftermath aftermath, boolean minorRisk, long memory) {

  static KnownAdvert none(long memory) {
    return new KnownAdvert(null, Aftermath.none(), false, memory);
  }

  KnownAdvert with(Sightings more) {
    return new KnownAdvert(more, aftermath, minorRisk, memory);
  }

  KnownAdvert with(Aftermath more) {
    return new KnownAdvert(sightings, more, minorRisk, memory);
  }

  KnownAdvert ofMinorRisk() {
    return new KnownAdvert(sightings, aftermath, true, memory);
  }

  /** Returns the same of an advert whose id was left out, since it stands under it. */
  KnownAdvert named(String id) {
    return sightings == null
        ? this
        : new KnownAdvert(sightings.named(id), aftermath, minorRisk, memory);
  }

  /** Returns the UTC day, since 1970, on which anything was last seen of it. */
  long lastDay() {
    long last = Long.MIN_VALUE;
    if (sightings != null) {
      last = Days.of(sightings.sighting().lastSeen());
    }
    Instant observed = aftermath.lastSeen();
    if (observed != null) {
      last = Math.max(last, Days.of(observed));
    }
    for (Observation change : aftermath.changes()) {
      last = Math.max(last, Days.of(change.at()));
    }
    return last;
  }

  /** Writes it without its id, under which it stands, and each text once. */
  static final class Serializer extends CompactSerializer<KnownAdvert> {
    private static final long serialVersionUID = 1L;

    private static final int SEEN = 1;
    private static final int MINOR_RISK = 2;
    private static final int OBSERVED = 4;
    private static final int SEEN_AGAIN = 8;
    private static final int FIRST_URL_IS_EARLIEST = 16;
    private static final int FIRST_ID_IS_EARLIEST = 32;

    /** The one own id stands in the one address, as it does on most sites. */
    private static final int ID_IN_URL = 64;

    Serializer() {
      super(true);
    }

    @Override
    protected int layout() {
      return 3;
    }

    @Override
    protected void write(KnownAdvert value, CompactOutput out) throws IOException {
      Sightings sightings = value.sightings;
      out.octet(flags(value));
      out.number(value.memory);
      if (sightings != null) {
        write(sightings, out);
      }
      if (!value.aftermath.equals(Aftermath.none())) {
        write(value.aftermath, out);
      }
    }

    private static int flags(KnownAdvert value) {
      int flags = value.minorRisk ? MINOR_RISK : 0;
      flags |= value.aftermath.equals(Aftermath.none()) ? 0 : OBSERVED;
      Sightings sightings = value.sightings;
      if (sightings != null) {
        flags |= SEEN | (isSeenAgain(sightings.sighting()) ? SEEN_AGAIN : 0);
        flags |=
            isFirst(sightings.earliestUrl(), sightings.sighting().urls())
                ? FIRST_URL_IS_EARLIEST
                : 0;
        flags |=
            isFirst(sightings.earliestSourceId(), sightings.sighting().sourceIds())
                ? FIRST_ID_IS_EARLIEST
                : 0;
        flags |= isIdInUrl(sightings.sighting()) ? ID_IN_URL : 0;
      }
      return flags;
    }

    private static boolean isIdInUrl(Sighting sighting) {
      return sighting.urls().size() == 1
          && sighting.sourceIds().size() == 1
          && sighting.urls().getFirst().contains(sighting.sourceIds().getFirst());
    }

    private static boolean isSeenAgain(Sighting sighting) {
      return sighting.times() > 1 || !sighting.lastSeen().equals(sighting.firstSeen());
    }

    private static boolean isFirst(String text, List<String> texts) {
      return !texts.isEmpty() && texts.getFirst().equals(text);
    }

    private static void write(Sightings sightings, CompactOutput out) throws IOException {
      Sighting sighting = sightings.sighting();
      out.instant(sighting.firstSeen());
      if (isSeenAgain(sighting)) {
        out.instant(sighting.lastSeen());
        out.number(sighting.times());
      }
      out.words(sighting.urls());
      if (isIdInUrl(sighting)) {
        String id = sighting.sourceIds().getFirst();
        out.number(sighting.urls().getFirst().indexOf(id));
        out.number(id.length());
      } else {
        out.words(sighting.sourceIds());
      }
      if (!isFirst(sightings.earliestUrl(), sighting.urls())) {
        out.text(sightings.earliestUrl());
      }
      if (!isFirst(sightings.earliestSourceId(), sighting.sourceIds())) {
        out.text(sightings.earliestSourceId());
      }
    }

    private static void write(Aftermath aftermath, CompactOutput out) throws IOException {
      out.number(aftermath.times());
      Instant last = aftermath.lastSeen();
      out.octet(last == null ? 0 : 1);
      if (last != null) {
        out.instant(last);
      }
      out.number(aftermath.changes().size());
      for (Observation change : aftermath.changes()) {
        out.id(change.advertId());
        out.instant(change.at());
        out.octet(change.kind().ordinal());
        out.text(change.url());
        out.id(change.detail());
      }
    }

    @Override
    protected KnownAdvert read(int layout, CompactInput in) throws IOException {
      int flags = in.octet();
      long memory = in.number();
      Sightings sightings = (flags & SEEN) == 0 ? null : readSightings(layout, flags, in);
      Aftermath aftermath = (flags & OBSERVED) == 0 ? Aftermath.none() : readAftermath(in);
      return new KnownAdvert(sightings, aftermath, (flags & MINOR_RISK) != 0, memory);
    }

    private static Sightings readSightings(int layout, int flags, CompactInput in)
        throws IOException {
      Instant first = in.instant();
      boolean again = (flags & SEEN_AGAIN) != 0;
      Instant last = again ? in.instant() : first;
      long times = again ? in.number() : 1;
      List<String> urls = layout == 1 ? in.texts() : in.words();
      List<String> ids =
          (flags & ID_IN_URL) != 0
              ? List.of(readPart(urls.getFirst(), in))
              : layout == 1 ? in.texts() : in.words();
      String url = (flags & FIRST_URL_IS_EARLIEST) != 0 ? urls.getFirst() : in.text();
      String sourceId = (flags & FIRST_ID_IS_EARLIEST) != 0 ? ids.getFirst() : in.text();
      return new Sightings(new Sighting("", first, last, times, urls, ids), url, sourceId);
    }

    private static String readPart(String text, CompactInput in) throws IOException {
      int start = (int) in.number();
      return text.substring(start, start + (int) in.number());
    }

    private static Aftermath readAftermath(CompactInput in) throws IOException {
      long times = in.number();
      Instant last = in.octet() == 0 ? null : in.instant();
      List<Observation> changes = new ArrayList<>();
      for (long left = in.number(); left > 0; left--) {
        changes.add(
            new Observation(
                in.id(), in.instant(), Observation.Kind.values()[in.octet()], in.text(), in.id()));
      }
      return new Aftermath(times, last, changes);
    }

    @Override
    public KnownAdvert createInstance() {
      return none(0);
    }

    @Override
    public TypeSerializerSnapshot<KnownAdvert> snapshotConfiguration() {
      return new Snapshot();
    }
  }

  /** Names the serializer in a savepoint. */
  public static final class Snapshot extends SimpleTypeSerializerSnapshot<KnownAdvert> {
    public Snapshot() {
      super(Serializer::new);
    }
  }
}
