package org.vigie.pipeline.cluster;

import java.util.List;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;
import org.vigie.advert.AdvertVersions;
import org.vigie.pipeline.index.IndexChange;

/**
 * Keeps which adverts stood in one place after one another, whatever the order in which they come.
 *
 * <p>Key: the place. State: its {@link AdvertVersions}, bounded. End of life: the workspace's.
 */
@SuppressWarnings("NullAway.Init") // Flink sets up an instance before it hands it anything
public final class KeepVersions extends KeyedProcessFunction<String, VersionSeen, IndexChange> {
  private static final long serialVersionUID = 1L;

  /** Names this operator's state in a savepoint; a new value orphans what is stored. */
  public static final String UID = "keep-versions";

  private static final ValueStateDescriptor<AdvertVersions> VERSIONS =
      new ValueStateDescriptor<>("versions", TypeInformation.of(AdvertVersions.class));

  private transient ValueState<AdvertVersions> state;

  @Override
  public void open(OpenContext context) {
    state = getRuntimeContext().getState(VERSIONS);
  }

  @Override
  public void processElement(VersionSeen seen, Context context, Collector<IndexChange> out)
      throws Exception {
    @Nullable AdvertVersions known = state.value();
    AdvertVersions before =
        known == null
            ? new AdvertVersions(seen.place(), seen.url(), List.of())
            : known.at(seen.url());
    AdvertVersions now = before.with(seen.version());
    if (!now.equals(known)) {
      state.update(now);
      if (now.versions().size() > 1) {
        out.collect(IndexChange.put(now));
      }
    }
  }
}
