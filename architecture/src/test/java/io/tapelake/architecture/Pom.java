package io.tapelake.architecture;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** What the rules need to know of a pom. */
final class Pom {
    private final Element project;

    /** One dependency, as the pom writes it; an absent scope is {@code compile}. */
    record Dependency(String groupId, String artifactId, String scope) {}

    private Pom(Element project) {
        this.project = project;
    }

    static Pom read(Path file) {
        try {
            return new Pom(DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(file.toFile())
                    .getDocumentElement());
        } catch (Exception e) {
            throw new IllegalStateException("cannot read " + file, e);
        }
    }

    List<String> modules() {
        return children(child(project, "modules"), "module").stream()
                .map(Node::getTextContent)
                .toList();
    }

    List<Dependency> dependencies() {
        return children(child(project, "dependencies"), "dependency").stream()
                .map(each -> new Dependency(
                        text(each, "groupId", ""), text(each, "artifactId", ""), text(each, "scope", "compile")))
                .toList();
    }

    private static String text(Element element, String name, String otherwise) {
        Element child = child(element, name);
        return child == null ? otherwise : child.getTextContent().strip();
    }

    private static Element child(Element element, String name) {
        return children(element, name).stream().findFirst().orElse(null);
    }

    private static List<Element> children(Element element, String name) {
        List<Element> children = new ArrayList<>();
        if (element == null) {
            return children;
        }
        for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element child && child.getTagName().equals(name)) {
                children.add(child);
            }
        }
        return children;
    }
}
