package org.vigie.pipeline.index;

import java.util.Map;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.GlobalConfiguration;
import org.apache.flink.core.fs.FileSystem;
import org.apache.flink.core.plugin.PluginUtils;

/**
 * The file systems on which a store may be: folders, and those that Flink's plug-ins bring, such as
 * an object store's.
 */
public final class StoreFileSystems {
  /** The variable in which Flink's scripts and images name the folder of their settings. */
  static final String SETTINGS = "FLINK_CONF_DIR";

  private StoreFileSystems() {}

  /**
   * Makes known what Flink's own settings and plug-ins here bring, if there are any: {@code
   * config.yaml} in {@code FLINK_CONF_DIR}, plug-ins in {@code FLINK_PLUGINS_DIR}.
   *
   * @param environment variables of this process
   */
  public static void makeKnown(Map<String, String> environment) {
    String folder = environment.get(SETTINGS);
    if (folder != null) {
      Configuration settings = GlobalConfiguration.loadConfiguration(folder);
      FileSystem.initialize(settings, PluginUtils.createPluginManagerFromRootFolder(settings));
    }
  }
}
