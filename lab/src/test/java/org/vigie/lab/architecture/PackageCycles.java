package org.vigie.lab.architecture;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The ways from a package back to itself by way of others.
 *
 * <p>A module's root package is its doorway, where each class counts on its own: an inner package
 * may use a value that stands there, and a face that stands there may use the inner package, but
 * nothing may lead from the inner package to a class there and back.
 */
final class PackageCycles {
  private static final String OURS = "org.vigie.";

  private PackageCycles() {}

  /** Returns one shortest cycle for each inner package that has one, as names with arrows. */
  static List<String> in(JavaClasses classes) {
    Map<String, Set<String>> arrows = arrows(classes);
    List<String> cycles = new ArrayList<>();
    for (String place : arrows.keySet()) {
      if (isInnerPackage(place)) {
        cycles.addAll(wayBack(place, arrows));
      }
    }
    return cycles;
  }

  private static Map<String, Set<String>> arrows(JavaClasses classes) {
    Map<String, Set<String>> arrows = new TreeMap<>();
    for (JavaClass type : classes) {
      Set<String> targets = arrows.computeIfAbsent(place(type), key -> new TreeSet<>());
      for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
        JavaClass target = dependency.getTargetClass().getBaseComponentType();
        if (target.getPackageName().startsWith(OURS) && !place(target).equals(place(type))) {
          targets.add(place(target));
        }
      }
    }
    return arrows;
  }

  private static List<String> wayBack(String start, Map<String, Set<String>> arrows) {
    Map<String, String> cameFrom = new TreeMap<>();
    Deque<String> open = new ArrayDeque<>(List.of(start));
    while (!open.isEmpty()) {
      String at = open.remove();
      for (String next : arrows.getOrDefault(at, Set.of())) {
        if (next.equals(start)) {
          return List.of(way(start, at, cameFrom) + " -> " + start);
        }
        if (cameFrom.putIfAbsent(next, at) == null) {
          open.add(next);
        }
      }
    }
    return List.of();
  }

  private static String way(String start, String end, Map<String, String> cameFrom) {
    return end.equals(start) ? start : way(start, cameFrom.get(end), cameFrom) + " -> " + end;
  }

  /** Returns the package of a class, or the outermost class itself in a module's root package. */
  private static String place(JavaClass type) {
    String name = type.getPackageName();
    return isInnerPackage(name) ? name : outermost(type).getName();
  }

  private static JavaClass outermost(JavaClass type) {
    return type.getEnclosingClass().map(PackageCycles::outermost).orElse(type);
  }

  /** Packages are in lower case throughout, classes aren't. */
  private static boolean isInnerPackage(String name) {
    return name.indexOf('.', OURS.length()) >= 0 && name.equals(name.toLowerCase(Locale.ROOT));
  }
}
