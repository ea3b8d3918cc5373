import { useTranslation } from "react-i18next";
import { Link } from "wouter";
import { type JourneyEntry } from "../../api/journeys.ts";
import { addressBy, type JourneyNode, treeOf } from "../../api/levels.ts";
import { Group } from "../../ui/Group.tsx";
import "./levels.css";

/** What lies below what, among the journeys of the list that lead to one another. */
export default function JourneyTree({ journeys }: { readonly journeys: readonly JourneyEntry[] }) {
  const { t } = useTranslation();
  const tree = treeOf(journeys);
  if (tree.length === 0) return null;
  return (
    <nav className="journey-tree" aria-label={t("levels.tree")}>
      <Group name="tree" title={t("levels.tree")} opened>
        <Nodes nodes={tree} way={[]} />
      </Group>
    </nav>
  );
}

function Nodes({ nodes, way }: { readonly nodes: readonly JourneyNode[]; readonly way: readonly string[] }) {
  const { t } = useTranslation();
  return (
    <ul>
      {nodes.map(({ journey, again, below }) => (
        <li key={journey.id}>
          <span className="journey-tree__one">
            <span className="chip">{t("levels.short", { level: journey.level })}</span>
            <Link href={addressBy(way, journey.id)}>{journey.title || t("journey.untitled")}</Link>
            {again && <span className="journey-tree__again">{t("levels.again")}</span>}
          </span>
          {below.length > 0 && <Nodes nodes={below} way={[...way, journey.id]} />}
        </li>
      ))}
    </ul>
  );
}
