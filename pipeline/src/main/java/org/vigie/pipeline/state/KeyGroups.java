package org.vigie.pipeline.state;

import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.apache.flink.api.common.TaskInfo;
import org.apache.flink.runtime.state.KeyGroupRange;
import org.apache.flink.runtime.state.KeyGroupRangeAssignment;

/**
 * One key for each of Flink's key groups that an instance has, under which stands what all keys of
 * the group have in common. It moves with the group when the parallelism changes.
 *
 * <p>They are {@code g0}, {@code g1} and so on: no other key of the operator may be.
 */
public final class KeyGroups {
  private final int groups;
  private final Map<Integer, String> keys = new TreeMap<>();

  private KeyGroups(KeyGroupRange range, int groups) {
    this.groups = groups;
    for (int number = 0; keys.size() < range.getNumberOfKeyGroups(); number++) {
      String key = "g" + number;
      int group = KeyGroupRangeAssignment.assignToKeyGroup(key, groups);
      if (range.contains(group)) {
        keys.putIfAbsent(group, key);
      }
    }
  }

  /** Returns those of one instance of an operator. */
  public static KeyGroups of(TaskInfo instance) {
    int groups = instance.getMaxNumberOfParallelSubtasks();
    return new KeyGroups(
        KeyGroupRangeAssignment.computeKeyGroupRangeForOperatorIndex(
            groups, instance.getNumberOfParallelSubtasks(), instance.getIndexOfThisSubtask()),
        groups);
  }

  /**
   * Returns the key of the group that a key belongs to.
   *
   * @throws NullPointerException if it is another instance's
   */
  public String of(String key) {
    return Objects.requireNonNull(
        keys.get(KeyGroupRangeAssignment.assignToKeyGroup(key, groups)),
        "an instance must have the groups of its keys");
  }

  /** Returns one key for each group of the instance. */
  public Collection<String> all() {
    return keys.values();
  }
}
