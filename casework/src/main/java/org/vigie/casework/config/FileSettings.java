package org.vigie.casework.config;

import org.vigie.files.yaml.Section;

/**
 * The {@code files} section of {@code vigie.yaml}.
 *
 * @param group name of a group whose members may open the workspace's files beside their owner, as
 *     the volumes of a cluster need it; empty for none
 * @param key where the key lies that seals case files and the secrets of accounts: {@code
 *     file:PATH}, {@code env:NAME}, {@code credential:NAME} or {@code command:PROGRAM}; empty for
 *     none
 * @param encryptedDisk whether the workspace must lie where encryption is seen
 * @param scanner program with its words that looks for malware in case files; empty for none
 */
public record FileSettings(String group, String key, boolean encryptedDisk, String scanner) {
  /** Returns the defaults: the owner alone, and the disk's own encryption. */
  public static FileSettings defaults() {
    return new FileSettings("", "", false, "");
  }

  static FileSettings read(Section section) {
    FileSettings read =
        new FileSettings(
            section.text("group", ""),
            section.text("key", ""),
            section.flag("encrypted-disk", false),
            section.text("scanner", ""));
    section.done();
    return read;
  }
}
