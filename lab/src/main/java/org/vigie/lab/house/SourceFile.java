package org.vigie.lab.house;

import java.nio.file.Path;
import java.util.List;

/**
 * What is counted of one file of Java.
 *
 * @param room the module that it is part of
 * @param folder the package it stands in, as a folder within the module
 * @param path of the file, from the project's root
 * @param lines how many lines it has
 * @param types simple names of its types, nested ones left out
 * @param methods lines of each method and constructor that has a body
 * @param records parts of each record
 * @param indicatorIds literals that are an indicator's id, such as {@code LX-07}
 */
record SourceFile(
    String room,
    Path folder,
    Path path,
    int lines,
    List<String> types,
    List<Integer> methods,
    List<Integer> records,
    int indicatorIds) {
  SourceFile {
    types = List.copyOf(types);
    methods = List.copyOf(methods);
    records = List.copyOf(records);
  }
}
