package org.vigie.pipeline.contact;

import java.util.function.Consumer;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeutils.base.LongSerializer;
import org.jspecify.annotations.Nullable;
import org.vigie.pipeline.state.DayBuckets;
import org.vigie.pipeline.state.KeyGroups;

/**
 * The days on which contacts are to be looked at, as their life may end then.
 *
 * <p>Keyed state, under a key of each {@linkplain KeyGroups group}: which contacts end on which
 * day, and the latest number of a memory that was ended. End of life: that of the contacts; the
 * number has none.
 */
final class ContactEnds {
  /** The latest number of a memory that was ended in a group of keys. */
  private static final ValueStateDescriptor<Long> MEMORY =
      new ValueStateDescriptor<>("memory", LongSerializer.INSTANCE);

  private final ValueState<Long> memory;
  private final DayBuckets ends;
  private final KeyGroups groups;
  private final Consumer<String> currentKey;
  private long forgottenUntil = Long.MIN_VALUE;

  /**
   * @param currentKey sets the key under which state is read and written
   */
  ContactEnds(RuntimeContext context, Consumer<String> currentKey) {
    memory = context.getState(MEMORY);
    ends = new DayBuckets(context);
    groups = KeyGroups.of(context.getTaskInfo());
    this.currentKey = currentKey;
  }

  /** What becomes of a contact whose day has come; it is the current key. */
  interface Ending {
    /** Returns whether the contact was dropped. */
    boolean end(String key) throws Exception;
  }

  /** Returns whether a day is over that wasn't before. */
  boolean isPast(long day) {
    if (day <= forgottenUntil) {
      return false;
    }
    forgottenUntil = day;
    return true;
  }

  /** Notes when a contact is to be looked at; the current key is that of its group then. */
  void keep(String key, ContactState contact) throws Exception {
    currentKey.accept(groups.of(key));
    ends.add(contact.lastDay, key, forgottenUntil);
  }

  /** Returns the number of the latest memory that was ended in the group of the current key. */
  long latestMemory() throws Exception {
    @Nullable Long latest = memory.value();
    return latest == null ? 0 : latest;
  }

  /** Looks at all contacts that may end by a day. */
  void endBy(long day, Ending ending) throws Exception {
    for (String group : groups.all()) {
      currentKey.accept(group);
      boolean dropsAny = false;
      for (String key : ends.takeUntil(day)) {
        currentKey.accept(key);
        dropsAny |= ending.end(key);
      }
      if (dropsAny) {
        currentKey.accept(group);
        memory.update(Math.max(latestMemory() + 1, day));
      }
    }
  }
}
