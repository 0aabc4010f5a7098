package org.vigie.files.plugin;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import org.vigie.advert.plugin.Plugin;
import org.vigie.files.digest.Sha256;

/** The plug-ins that a jar names. */
final class PluginJar {
  private PluginJar() {}

  /**
   * Loads them from a copy, so that what was hashed is what is loaded.
   *
   * @param hash the hash that the jar must have
   * @param folder where the copy is made
   */
  static List<Plugin> load(Path jar, String hash, Path folder) throws IOException {
    byte[] bytes = Files.readAllBytes(jar);
    if (!Sha256.of(bytes).equals(hash)) {
      throw new IOException("the jar must be the one that was admitted, but is another");
    }
    Path copy = folder.resolve("plugin.jar");
    Files.write(copy, bytes);
    ClassLoader loader = new URLClassLoader(new URL[] {copy.toUri().toURL()}, new OnlyAdverts());
    List<Plugin> plugins = new ArrayList<>();
    ServiceLoader.load(Plugin.class, loader).forEach(plugins::add);
    return plugins;
  }

  /** Of our classes a plug-in sees those of adverts alone. */
  private static final class OnlyAdverts extends ClassLoader {
    private static final String SEEN = "org.vigie.advert.";

    OnlyAdverts() {
      super(ClassLoader.getPlatformClassLoader());
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
      if (name.startsWith(SEEN)) {
        return PluginJar.class.getClassLoader().loadClass(name);
      }
      throw new ClassNotFoundException(name);
    }
  }
}
