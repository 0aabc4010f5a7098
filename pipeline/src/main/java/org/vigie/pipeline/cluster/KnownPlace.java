package org.vigie.pipeline.cluster;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.vigie.advert.AdvertVersions;
import org.vigie.advert.AdvertVersions.Version;
import org.vigie.pipeline.state.CompactInput;
import org.vigie.pipeline.state.CompactOutput;
import org.vigie.pipeline.state.CompactSerializer;
import org.vigie.pipeline.state.Days;

/**
 * What is remembered of one place where adverts stand one after another.
 *
 * @param versions the adverts; in state without their address where that is the place
 * @param lastDay the UTC day, since 1970, on which one was last seen there
 * @param memory {@linkplain org.vigie.pipeline.state.Remembered#memory number} under which it came
 *     to be known: what the index holds of it from before stays beside
 */
record KnownPlace(AdvertVersions versions, long lastDay, long memory) {

  static KnownPlace empty(String place, String url, long memory) {
    return new KnownPlace(new AdvertVersions(place, url, List.of()), Long.MIN_VALUE, memory);
  }

  KnownPlace with(VersionSeen seen) {
    return new KnownPlace(
        versions.at(seen.url()).with(seen.version()),
        Math.max(lastDay, Days.of(seen.lastSeen())),
        memory);
  }

  /** Returns the same of a place whose name was left out, since it stands under it. */
  KnownPlace named(String place) {
    return new KnownPlace(
        new AdvertVersions(place, versions.url(), versions.versions()), lastDay, memory);
  }

  /** Returns the same with an address, or without one. */
  KnownPlace withAddress(String url) {
    return new KnownPlace(
        new AdvertVersions(versions.place(), url, versions.versions()), lastDay, memory);
  }

  /** Returns what the index is to hold: under a name of its own for each memory. */
  AdvertVersions indexed() {
    return memory == 0
        ? versions
        : new AdvertVersions(versions.place() + "#" + memory, versions.url(), versions.versions());
  }

  /** Writes it without its name, and without its address if it has none. */
  static final class Serializer extends CompactSerializer<KnownPlace> {
    private static final long serialVersionUID = 1L;

    Serializer() {
      super(true);
    }

    @Override
    protected int layout() {
      return 2;
    }

    @Override
    protected void write(KnownPlace value, CompactOutput out) throws IOException {
      List<Version> versions = value.versions.versions();
      String url = value.versions.url();
      out.number(2L * versions.size() + (url.isEmpty() ? 0 : 1));
      if (!url.isEmpty()) {
        out.word(url);
      }
      for (Version version : versions) {
        out.id(version.advertId());
        out.instant(version.since());
      }
      out.signed(value.lastDay - lastDay(versions));
      out.number(value.memory);
    }

    private static long lastDay(List<Version> versions) {
      return versions.isEmpty() ? 0 : Days.of(versions.getLast().since());
    }

    @Override
    protected KnownPlace read(int layout, CompactInput in) throws IOException {
      if (layout == 1) {
        String url = in.text();
        List<Version> versions = readVersions(in.number(), in);
        return new KnownPlace(new AdvertVersions("", url, versions), in.signed(), in.number());
      }
      long header = in.number();
      String url = (header & 1) != 0 ? in.word() : "";
      List<Version> versions = readVersions(header >>> 1, in);
      long lastDay = in.signed() + lastDay(versions);
      return new KnownPlace(new AdvertVersions("", url, versions), lastDay, in.number());
    }

    private static List<Version> readVersions(long count, CompactInput in) throws IOException {
      List<Version> versions = new ArrayList<>();
      for (long left = count; left > 0; left--) {
        versions.add(new Version(in.id(), in.instant()));
      }
      return versions;
    }

    @Override
    public KnownPlace createInstance() {
      return empty("", "", 0);
    }

    @Override
    public TypeSerializerSnapshot<KnownPlace> snapshotConfiguration() {
      return new Snapshot();
    }
  }

  /** Names the serializer in a savepoint. */
  public static final class Snapshot extends SimpleTypeSerializerSnapshot<KnownPlace> {
    public Snapshot() {
      super(Serializer::new);
    }
  }
}
