package org.vigie.pipeline.plugin;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vigie.advert.plugin.PluginKind;
import org.vigie.files.plugin.PluginSpec;

/** The plug-ins that a run may ask. */
public final class PluginSet implements Serializable {
  private static final long serialVersionUID = 1L;

  private final ArrayList<PluginSpec> all;

  public PluginSet(List<PluginSpec> all) {
    this.all = new ArrayList<>(all);
  }

  /** Returns that there is none. */
  public static PluginSet none() {
    return new PluginSet(List.of());
  }

  /** Returns those that do one thing. */
  public List<PluginSpec> of(PluginKind kind) {
    return all.stream().filter(spec -> spec.kind() == kind).toList();
  }

  /** Returns the one that does a thing under a name. */
  public Optional<PluginSpec> find(PluginKind kind, String name) {
    return of(kind).stream().filter(spec -> spec.name().equals(name)).findFirst();
  }

  /** Returns the one that reads a file of some name. */
  public Optional<PluginSpec> readerOf(String file) {
    return all.stream().filter(spec -> spec.readsFile(file)).findFirst();
  }
}
