package org.vigie.casework.config;

import org.vigie.files.yaml.Section;

/**
 * The {@code files} section of {@code vigie.yaml}.
 *
 * @param group name of a group whose members may open the workspace's files beside their owner, as
 *     the volumes of a cluster need it; empty for none
 */
public record FileSettings(String group) {
  /** Returns the defaults: the owner alone. */
  public static FileSettings defaults() {
    return new FileSettings("");
  }

  static FileSettings read(Section section) {
    FileSettings read = new FileSettings(section.text("group", ""));
    section.done();
    return read;
  }
}
