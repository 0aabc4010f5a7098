package org.vigie.files.plugin;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.zip.ZipException;
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
    requireAlone(copy);
    ClassLoader loader = new URLClassLoader(new URL[] {copy.toUri().toURL()}, new OnlyAdverts());
    List<Plugin> plugins = new ArrayList<>();
    ServiceLoader.load(Plugin.class, loader).forEach(plugins::add);
    return plugins;
  }

  /**
   * Makes sure that a jar's manifest names no classes beside it: nobody hashed them.
   *
   * @throws IOException if it does
   */
  static void requireAlone(Path jar) throws IOException {
    try (JarFile file = new JarFile(jar.toFile())) {
      Manifest manifest = file.getManifest();
      if (manifest != null
          && manifest.getMainAttributes().getValue(Attributes.Name.CLASS_PATH) != null) {
        throw new IOException(
            "it must hold all classes that it needs, but its manifest has a Class-Path");
      }
    } catch (ZipException e) {
      // no jar, from which nothing is loaded
    }
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
